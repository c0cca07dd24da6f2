import type { StepCount } from '../model/normalized-text.js';

/** The steps that changed something, each with its edits and the characters it took away: `hard-wraps 12 (−24)`. */
export function stepCounts(steps: readonly StepCount[]): string {
  return steps
    .filter(({ edits }) => edits > 0)
    .map(({ step, edits, removed }) => `${step} ${edits}${removed === 0 ? '' : ` (−${removed})`}`)
    .join(', ');
}
