import { compareByCodePoint } from '../text/code-points.js';

/** A property by which cases are chosen, with how many of them have each value. */
export interface CaseFacet {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly cases: number; readonly isChosen: boolean }[];
  /** Values that are not given, since they are many. */
  readonly more: number;
}

/** The values that are chosen of each facet; facets that none is chosen of are not in it. */
export type Filters = ReadonlyMap<string, ReadonlySet<string>>;

/** The values that a case has of each facet; an empty one says that it has none. */
type Values = ReadonlyMap<string, readonly string[]> | undefined;

/** Values of a facet that are given, beside those that are chosen, unless it is opened. */
const SHOWN = 12;

/** Reads filters as they are written, `attribute=value`. */
export function readFilters(where: readonly string[]): Filters {
  const filters = new Map<string, Set<string>>();
  for (const one of where) {
    const at = one.indexOf('=');
    const name = one.slice(0, at);
    filters.set(name, (filters.get(name) ?? new Set()).add(one.slice(at + 1)));
  }
  return filters;
}

/** Whether a case has a chosen value of each facet that one is chosen of. */
export function matchesAll(values: Values, filters: Filters, but?: string): boolean {
  for (const [name, chosen] of filters) {
    if (name !== but && !(values?.get(name) ?? []).some((value) => chosen.has(value))) return false;
  }
  return true;
}

/** Counts the values of each facet among the cases that the choice in all other facets leaves; all values of opened ones are given. */
export function facetsOf(
  cases: readonly Values[],
  filters: Filters,
  opened: readonly string[] = [],
): CaseFacet[] {
  const names = new Set([...cases.flatMap((values) => [...(values?.keys() ?? [])]), ...filters.keys()]);
  return [...names].flatMap((name) => {
    const chosen = filters.get(name);
    const counts = new Map([...(chosen ?? [])].map((value) => [value, 0]));
    for (const values of cases) {
      if (!matchesAll(values, filters, name)) continue;
      for (const value of values?.get(name) ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const ordered = [...counts].sort(
      ([a, inA], [b, inB]) => Number(a === '') - Number(b === '') || inB - inA || compareByCodePoint(a, b),
    );
    const shown = ordered.filter(([value], at) => at < SHOWN || chosen?.has(value) || opened.includes(name));
    if (chosen === undefined && counts.size < 2) return [];
    return [
      {
        name,
        values: shown.map(([value, count]) => ({
          value,
          cases: count,
          isChosen: chosen?.has(value) === true,
        })),
        more: ordered.length - shown.length,
      },
    ];
  });
}
