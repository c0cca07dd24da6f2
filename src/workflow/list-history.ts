import type { Decision } from '../model/decisions/decision.js';
import type { Run } from '../model/run.js';
import type { ReadContext } from '../project/context.js';
import { readDecisions } from '../store/decision-log.js';
import { readRuns } from '../store/run-table.js';
import { type LoggedStatement, readStatements, type StatementWindow } from '../store/statement-log.js';

/** The decision log, first decision first. */
export function listDecisions({ store }: ReadContext): Decision[] {
  return readDecisions(store);
}

export type { LoggedStatement } from '../store/statement-log.js';

/** What people stated, the newest first: a page of it, of one coder or of all. */
export function listStatements({ store }: ReadContext, window: StatementWindow): LoggedStatement[] {
  return readStatements(store, window);
}

/** All runs, the latest last. */
export function listRuns({ store }: ReadContext): Run[] {
  return readRuns(store);
}
