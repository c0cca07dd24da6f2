import type { Decision } from '../model/decisions/decision.js';
import type { Run } from '../model/run.js';
import type { ReadContext } from '../project/context.js';
import { readDecisions } from '../store/decision-log.js';
import { readRuns } from '../store/run-table.js';

/** The decision log, first decision first. */
export function listDecisions({ store }: ReadContext): Decision[] {
  return readDecisions(store);
}

/** All runs, the latest last. */
export function listRuns({ store }: ReadContext): Run[] {
  return readRuns(store);
}
