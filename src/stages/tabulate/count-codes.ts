import type { Assignment, Origin } from '../../model/assignment.js';
import type { Mapping } from '../../model/mapping.js';

/** Up to which code point a text is its opening: the title and the first sentences. */
const OPENING = 120;

/**
 * What one code received: keyword assignments, coded passages, the cases with either, and those of them whose
 * opening holds evidence of it.
 */
export interface CodeCount {
  readonly cases: Set<string>;
  readonly opened: Set<string>;
  assignments: number;
  references: number;
}

/** Coded passages are made by rules and people; keyword evidence is counted as assignments instead. */
export const isReference = (origin: Origin): boolean => origin !== 'keyword';

/** The counts of every code by its id, each code for itself. */
export function countCodes(
  mappings: readonly Mapping[],
  assignments: readonly Assignment[],
): Map<string, CodeCount> {
  const counts = new Map<string, CodeCount>();
  const countOf = (codeId: string): CodeCount => {
    const known = counts.get(codeId);
    if (known) return known;
    const fresh = { cases: new Set<string>(), opened: new Set<string>(), assignments: 0, references: 0 };
    counts.set(codeId, fresh);
    return fresh;
  };
  for (const { codeId, caseId } of mappings) {
    if (codeId === null) continue;
    const count = countOf(codeId);
    count.assignments += 1;
    count.cases.add(caseId);
  }
  for (const { codeId, caseId, origin } of assignments) {
    if (!isReference(origin)) continue;
    const count = countOf(codeId);
    count.references += 1;
    count.cases.add(caseId);
  }
  for (const { codeId, caseId, start } of assignments) {
    const count = counts.get(codeId);
    if (start < OPENING && count?.cases.has(caseId)) count.opened.add(caseId);
  }
  return counts;
}
