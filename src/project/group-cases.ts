import { UserError } from '../errors.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { type CaseFilter, caseIds } from '../store/case-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { groupBy } from '../text/group-by.js';
import { attributeByCase, findAttribute, namesOfAttributes } from './case-attributes.js';

/** Groups every case by itself. */
export const BY_CASE = 'case';

/** The group of the cases that lack the attribute. */
export const WITHOUT_VALUE = '未注明';

/** The one group of a table that is not grouped. */
const WHOLE_CORPUS = '全部';

/** Ids of the cases with a text by group, as `groupCases` forms them: what is mined, screened and ranked. */
export function groupTexts(
  store: Store,
  by = getSetting(store, 'by') ?? BY_CASE,
  batch?: string | undefined,
): Map<string, readonly string[]> {
  return groupCases(store, by, { batch, scope: 'texts' });
}

/** Case ids by group, the groups in code point order; `by` null makes one group of all. */
export function groupCases(
  store: Store,
  by: string | null,
  filter: CaseFilter = {},
): Map<string, readonly string[]> {
  const ids = caseIds(store, filter);
  if (by === null) return new Map([[WHOLE_CORPUS, ids]]);
  if (by === BY_CASE) return requireNames(new Map(ids.map((id) => [id, [id]])), by);
  const attribute = findAttribute(store, by);
  if (!attribute) {
    const known = [BY_CASE, ...namesOfAttributes(store)].join(', ');
    throw new UserError('mine/unknown-attribute', { attribute: by, known });
  }
  const values = attributeByCase(store, attribute);
  const groups = groupBy(ids, (id) => values.get(id) || WITHOUT_VALUE);
  return requireNames(new Map([...groups].sort(([a], [b]) => compareByCodePoint(a, b))), by);
}

/** Asks that no group is called as all of them are where people decide about keywords. */
function requireNames<T extends readonly string[]>(groups: Map<string, T>, by: string): Map<string, T> {
  const cases = groups.get(ALL_GROUPS);
  if (cases) throw new UserError('mine/reserved-group', { by, group: ALL_GROUPS, cases: cases.join(', ') });
  return groups;
}
