import { UserError } from '../errors.js';
import type { Contrast } from '../model/contrast.js';
import { type CrosstabRow, rowShapes } from '../model/table-rows.js';
import { SETTLED, type View } from '../model/view.js';
import { namesOfAttributes } from '../project/case-attributes.js';
import { BY_CASE, groupCases, WITHOUT_VALUE } from '../project/group-cases.js';
import { type SelectedCoding, selectCoding } from '../project/select-coding.js';
import { LEAST_CASES } from '../stages/tabulate/statistics/test-groups.js';
import { type CaseGroups, tabulateCrosstab } from '../stages/tabulate/tabulate-crosstab.js';
import { attributeNames } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { requireFramework, sourceOf } from './coded-tables.js';
import { casesWithText } from './coded-units.js';
import type { Table, TableRequest } from './table.js';

/** So many random tables: with 75 codes Holm's smallest p is then below 0.01. */
const DEFAULT_RESAMPLES = 9999;

/** Codes by the values of an attribute of the cases. */
export function crosstabTable(store: Store, request: TableRequest, view: View = SETTLED): Table {
  const { name, level } = request;
  const selected = selectCoding(store, name, request);
  const framework = requireFramework(store, name, selected.framework);
  const { groups, leftOut } = compareCases(store, request, codableCases(store, request, selected));
  const { resamples = DEFAULT_RESAMPLES, seed = 1 } = request;
  const counted = { assigned: selected.assigned(), references: selected.references() };
  const rows = tabulateCrosstab(framework, counted, groups, { level, resamples, seed });
  return {
    name,
    columns: Object.keys(rowShapes.crosstab),
    rows,
    source: {
      ...sourceOf(store, request, [selected], view),
      contrast: {
        ...describeGroups(groups),
        leftOut,
        tested: countTested(rows),
        resampling: { resamples, seed },
      },
    },
  };
}

/** Cases that somebody or something could give a code: a case without text that nobody coded says nothing. */
function codableCases(store: Store, { batch }: TableRequest, selected: SelectedCoding): ReadonlySet<string> {
  const coded = [...selected.assigned(), ...selected.references()].map(({ caseId }) => caseId);
  return new Set([...casesWithText(store, batch), ...coded]);
}

/**
 * The groups of cases that are compared, in code point order.
 * @throws UserError tables/needs-attribute, tables/unknown-group, tables/one-group, mine/unknown-attribute
 */
function compareCases(
  store: Store,
  { name, by, group: wanted = [], batch }: TableRequest,
  codable: ReadonlySet<string>,
): { readonly groups: CaseGroups; readonly leftOut: Contrast['leftOut'] } {
  if (by === undefined || by === BY_CASE) {
    const known = attributeNames(store).length > 0 ? namesOfAttributes(store) : [];
    throw new UserError('tables/needs-attribute', { table: name, known: known.join(', ') });
  }
  const all = groupCases(store, by, { batch });
  const known = [...all.keys()].filter((value) => value !== WITHOUT_VALUE);
  const names = wanted.map((value) => value.normalize('NFC').trim());
  const unknown = names.find((value) => !known.includes(value));
  if (unknown !== undefined) {
    throw new UserError('tables/unknown-group', { by, group: unknown, known: known.join(', ') });
  }
  const isCompared = (value: string) =>
    known.includes(value) && (names.length === 0 || names.includes(value));
  const codableOf = (ids: readonly string[]) => ids.filter((id) => codable.has(id));
  const groups = new Map(
    [...all].flatMap(([value, ids]) => {
      const cases = isCompared(value) ? codableOf(ids) : [];
      return cases.length > 0 ? [[value, cases] as const] : [];
    }),
  );
  if (groups.size < 2) throw new UserError('tables/one-group', { by, groups: [...groups.keys()].join(', ') });
  const count = (values: readonly string[]) =>
    values.reduce((sum, value) => sum + codableOf(all.get(value) ?? []).length, 0);
  return {
    groups,
    leftOut: {
      withoutValue: count([WITHOUT_VALUE]),
      ofOthers: count(known.filter((value) => !isCompared(value))),
      uncoded: [...all.values()].flat().filter((id) => !codable.has(id)).length,
    },
  };
}

function describeGroups(groups: CaseGroups): Pick<Contrast, 'groups'> {
  return {
    groups: [...groups].map(([name, { length: cases }]) => ({
      name,
      cases,
      isTooSmall: cases < LEAST_CASES,
    })),
  };
}

function countTested(rows: readonly CrosstabRow[]): number {
  return new Set(rows.filter(({ test }) => test !== 'none').map(({ codeId }) => codeId)).size;
}
