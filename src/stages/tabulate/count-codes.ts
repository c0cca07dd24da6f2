import type { Framework } from '../../model/framework.js';
import type { AssignedKeyword } from '../../model/mapping.js';
import type { PlacedCount, ReferenceCount } from '../../model/reference-count.js';

/**
 * What one code received: keyword assignments, coded passages, the cases with either, and those of them whose
 * opening has evidence of it.
 */
export interface CodeCount {
  readonly cases: Set<string>;
  readonly opened: Set<string>;
  assignments: number;
  references: number;
}

/** Returns the counts of every code that has any, by its id, each code for itself. */
export function countCodes(
  mappings: readonly AssignedKeyword[],
  referenceCounts: readonly (ReferenceCount & Partial<PlacedCount>)[],
): Map<string, CodeCount> {
  const counts = new Map<string, CodeCount>();
  for (const { codeId, caseId } of mappings) {
    if (codeId === null) continue;
    const count = countOf(counts, codeId);
    count.assignments += 1;
    count.cases.add(caseId);
  }
  for (const { codeId, caseId, references } of referenceCounts) {
    if (references === 0) continue;
    const count = countOf(counts, codeId);
    count.references += references;
    count.cases.add(caseId);
  }
  for (const { codeId, caseId, isInOpening } of referenceCounts) {
    const count = counts.get(codeId);
    if (isInOpening && count?.cases.has(caseId)) count.opened.add(caseId);
  }
  return counts;
}

/** Returns the counts of every code and all codes under it: assignments and references add up, a case counts once. */
export function rollUpCounts(
  { paths }: Framework,
  counts: ReadonlyMap<string, CodeCount>,
): Map<string, CodeCount> {
  const sums = new Map<string, CodeCount>();
  for (const [codeId, { assignments, references, cases, opened }] of counts) {
    for (const { id } of paths.get(codeId) ?? []) {
      const sum = countOf(sums, id);
      sum.assignments += assignments;
      sum.references += references;
      for (const caseId of cases) sum.cases.add(caseId);
      for (const caseId of opened) sum.opened.add(caseId);
    }
  }
  return sums;
}

function countOf(counts: Map<string, CodeCount>, codeId: string): CodeCount {
  const known = counts.get(codeId);
  if (known) return known;
  const fresh = { cases: new Set<string>(), opened: new Set<string>(), assignments: 0, references: 0 };
  counts.set(codeId, fresh);
  return fresh;
}
