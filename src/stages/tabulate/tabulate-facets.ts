import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword } from '../../model/mapping.js';
import type { ReferenceCount } from '../../model/reference-count.js';
import type { FacetRow } from '../../model/table-rows.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { countCodes } from './count-codes.js';

interface Tally {
  readonly cases: Set<string>;
  codes: number;
  assignments: number;
  references: number;
}

/**
 * What the codes with each value of each facet received, in the order of the facets and values; each code for itself, and a
 * code with two values of a facet under both.
 */
export function tabulateFacets(
  { codes }: Framework,
  mappings: readonly AssignedKeyword[],
  references: readonly ReferenceCount[],
): FacetRow[] {
  const counts = countCodes(mappings, references);
  const facets = new Map<string, Map<string, Tally>>();
  for (const { id, facets: own = {} } of codes.values()) {
    const count = counts.get(id);
    for (const [facet, values] of Object.entries(own)) {
      const tallies = facets.get(facet) ?? new Map<string, Tally>();
      facets.set(facet, tallies);
      for (const value of new Set(values)) {
        const tally = tallies.get(value) ?? { cases: new Set(), codes: 0, assignments: 0, references: 0 };
        tallies.set(value, tally);
        tally.codes += 1;
        tally.assignments += count?.assignments ?? 0;
        tally.references += count?.references ?? 0;
        for (const caseId of count?.cases ?? []) tally.cases.add(caseId);
      }
    }
  }
  return inOrder(facets).flatMap(([facet, tallies]) =>
    inOrder(tallies).map(([value, { cases, ...tally }]) => ({ facet, value, ...tally, cases: cases.size })),
  );
}

const inOrder = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => compareByCodePoint(a, b));
