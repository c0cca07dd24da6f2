import { type Evidence, isReference } from '../../model/evidence.js';
import { PILLAR_SCORE } from '../../model/pillar-score.js';
import type { PlacedCount } from '../../model/reference-count.js';
import { isWholeCase } from '../../model/whole-case.js';

/** Counts the passages of each case and code. */
export function countReferences(evidence: readonly Evidence[]): PlacedCount[] {
  const counts = new Map<string, { -readonly [K in keyof PlacedCount]: PlacedCount[K] }>();
  for (const one of evidence) {
    const { caseId, codeId, start } = one;
    const key = `${caseId}\t${codeId}`;
    const count = counts.get(key) ?? { caseId, codeId, references: 0, isInOpening: false };
    counts.set(key, count);
    if (isReference(one)) count.references += 1;
    if (start < PILLAR_SCORE.opening && !isWholeCase(one)) count.isInOpening = true;
  }
  return [...counts.values()];
}
