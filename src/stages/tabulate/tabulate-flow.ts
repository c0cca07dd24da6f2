import type { FlowRow } from '../../model/table-rows.js';

/** A step of a part: what falls away or comes in; a step with neither names what there is by then. */
export interface FlowStep {
  readonly step: FlowRow['step'];
  readonly leftOut?: number | undefined;
  readonly added?: number | undefined;
  readonly reason?: string | undefined;
  /** Shown although nothing falls away or comes in. */
  readonly isStation?: boolean | undefined;
}

/** What becomes of so many, step by step; steps at which nothing happens are left out, unless they are stations. */
export function tabulateFlow(
  part: FlowRow['part'],
  first: FlowRow['step'],
  begins: number,
  steps: readonly FlowStep[],
): FlowRow[] {
  let count = begins;
  const rows: FlowRow[] = [{ part, step: first, reason: null, leftOut: 0, added: 0, count }];
  for (const { step, leftOut = 0, added = 0, reason = null, isStation = false } of steps) {
    count += added - leftOut;
    if (isStation || leftOut + added > 0) rows.push({ part, step, reason, leftOut, added, count });
  }
  return rows;
}
