import type { CodedData } from '../../model/coded-data.js';
import { derivedAttributeNames, labelAttribute } from '../../model/derived-attribute.js';
import type { Language } from '../../model/language.js';
import { attributeByCase } from '../../project/case-attributes.js';
import { readAttributeTypes } from '../../store/attribute-type-table.js';
import { readCaseHead } from '../../store/case-table.js';
import type { Store } from '../../store/store.js';

/** Cases with all their attributes: those that people gave, and those that follow from them in any case. */
export function readDescribedCases(
  store: Store,
  caseIds: readonly string[],
  language: Language,
): Pick<CodedData, 'cases' | 'attributes'> {
  const given = readAttributeTypes(store);
  const derived = derivedAttributeNames
    .map((name) => ({
      label: labelAttribute(name, language),
      values: attributeByCase(store, { name, isDerived: true }),
    }))
    .filter(({ label, values }) => values.size > 0 && !given.some(({ name }) => name === label));
  return {
    cases: caseIds.flatMap((id) => {
      const head = readCaseHead(store, id);
      const follows = derived.flatMap(({ label, values }) => {
        const value = values.get(id);
        return value === undefined ? [] : [[label, value] as const];
      });
      return head ? [{ ...head, attributes: { ...head.attributes, ...Object.fromEntries(follows) } }] : [];
    }),
    attributes: [...given, ...derived.map(({ label }) => ({ name: label, type: 'category' as const }))],
  };
}
