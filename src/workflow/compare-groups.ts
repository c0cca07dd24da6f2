import { UserError } from '../errors.js';
import type { Contrast } from '../model/contrast.js';
import { findEconomicRegion } from '../model/economic-region.js';
import { namesOfAttributes } from '../project/case-attributes.js';
import { BY_CASE, groupCases, WITHOUT_VALUE } from '../project/group-cases.js';
import { LEAST_CASES } from '../stages/tabulate/statistics/test-groups.js';
import { attributeNames } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import type { TableRequest } from './table.js';

/** The cases of each value of an attribute that something can be said of, the values in code point order. */
export interface CasesByValue {
  readonly by: string;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly withoutValue: number;
  readonly withoutData: number;
}

/**
 * Groups the cases by the attribute that a table compares them by.
 * @param isKnown whether something can be said of a case
 * @throws UserError tables/needs-attribute, mine/unknown-attribute
 */
export function casesByValue(
  store: Store,
  { name, by, batch }: TableRequest,
  isKnown: (caseId: string) => boolean,
): CasesByValue {
  if (by === undefined || by === BY_CASE) {
    const known = attributeNames(store).length > 0 ? namesOfAttributes(store) : [];
    throw new UserError('tables/needs-attribute', { table: name, known: known.join(', ') });
  }
  const all = [...groupCases(store, by, { batch })];
  const known = all.map(([value, ids]) => [value, ids.filter(isKnown)] as const);
  return {
    by,
    groups: new Map(known.filter(([value, ids]) => value !== WITHOUT_VALUE && ids.length > 0)),
    withoutValue: known.find(([value]) => value === WITHOUT_VALUE)?.[1].length ?? 0,
    withoutData: all.flatMap(([, ids]) => ids).filter((id) => !isKnown(id)).length,
  };
}

/**
 * The values that are named, in code point order, each once.
 * @throws UserError tables/unknown-group
 */
export function requireValues({ by, groups }: CasesByValue, named: readonly string[]): string[] {
  const wanted = named.map((given) => {
    const value = given.normalize('NFC').trim();
    // Tables in English name the regions in English.
    return groups.has(value) ? value : (findEconomicRegion(value) ?? value);
  });
  const unknown = wanted.find((value) => !groups.has(value));
  if (unknown !== undefined) {
    throw new UserError('tables/unknown-group', { by, group: unknown, known: [...groups.keys()].join(', ') });
  }
  return [...groups.keys()].filter((value) => wanted.includes(value));
}

/** A compared group as a caption names it. */
export function describeGroup(name: readonly string[] | null, cases: number): Contrast['groups'][number] {
  return { name, cases, isTooSmall: cases < LEAST_CASES };
}

/** How many cases are in some groups. */
export function countCasesOf({ groups }: CasesByValue, values: readonly string[]): number {
  return values.reduce((sum, value) => sum + (groups.get(value)?.length ?? 0), 0);
}
