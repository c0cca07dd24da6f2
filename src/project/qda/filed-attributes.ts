import { readDescription } from '../../formats/refi-qda/description.js';
import { exchangeGuids, shownEntry } from '../../formats/refi-qda/exchange-guids.js';
import type { AttributeType } from '../../model/attribute-type.js';
import type { QdaProject } from '../../model/qda-project.js';
import { readAttributeTypes } from '../../store/attribute-type-table.js';
import { readCaseHead } from '../../store/case-table.js';
import type { Store } from '../../store/store.js';
import type { PlannedState } from '../record-planned.js';
import { variableFieldsSchema } from './exchange-fields.js';
import type { FiledCase } from './filed-cases.js';
import { shownContent } from './shown-entries.js';

/** The variables of a file as attributes. */
export interface FiledAttributes {
  readonly of: (one: FiledCase) => Record<string, string>;
  /** Types that a person gave them. */
  readonly types: Readonly<Record<string, AttributeType>>;
}

/** Reads variables; two of one name are one attribute, and a variable without value is no attribute of the case. */
export function filedAttributes({ variables }: QdaProject, path: string): FiledAttributes {
  const names = new Map(variables.map(({ guid, name }) => [guid, name.normalize('NFC')]));
  const types = variables.flatMap(({ name, description }) => {
    const { fields } = readDescription(description, `${path}/${name}`, variableFieldsSchema);
    return fields ? [[name.normalize('NFC'), fields.type] as const] : [];
  });
  return {
    of: ({ values }) =>
      Object.fromEntries(
        values.flatMap(({ variable, value }) => {
          const name = names.get(variable);
          const text = value.normalize('NFC').trim();
          return name && text !== '' ? [[name, text] as const] : [];
        }),
      ),
    types: Object.fromEntries(types),
  };
}

/** Plans what a file changed of the attributes of cases that the project has, and counts values of attributes that it does not. */
export function planAttributes(
  store: Store,
  cases: readonly FiledCase[],
  attributes: FiledAttributes,
  shown: ReadonlySet<string> | null,
): { readonly planned: readonly PlannedState[]; readonly unknown: number } {
  const known = new Set(readAttributeTypes(store).map(({ name }) => name));
  let unknown = 0;
  const planned = cases.flatMap((one): PlannedState[] => {
    if (shown?.has(shownEntry(exchangeGuids.case(one.id), shownContent.values(one.values)))) return [];
    const before = readCaseHead(store, one.id)?.attributes ?? {};
    return Object.entries(attributes.of(one)).flatMap(([name, value]): PlannedState[] => {
      if (before[name] === value) return [];
      if (!known.has(name)) {
        unknown += 1;
        return [];
      }
      return [{ kind: 'set', target: { type: 'attribute', caseId: one.id, name }, after: { value } }];
    });
  });
  return { planned, unknown };
}
