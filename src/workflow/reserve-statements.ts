import { UserError } from '../errors.js';
import type { Span } from '../model/span.js';
import { casesToMine } from '../project/cases-to-mine.js';
import type { Context } from '../project/context.js';
import { sampleRows } from '../project/sample-rows.js';
import { currentVersions } from '../store/case-table.js';
import { leftOutRegions } from '../store/counted-text.js';
import { readSentences } from '../store/sentence-table.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../text/group-by.js';
import type { DecideReport } from './follow-decisions.js';
import type { ReserveOptions } from './reserve-cases.js';
import { sealStatements } from './seal-statements.js';

/** How many statements are held out, of how many, and in which cases. */
export interface ReservedStatements extends DecideReport {
  readonly statements: number;
  readonly of: number;
  readonly cases: readonly string[];
  /** Cases that mining, once it has begun, has still to take up. */
  readonly notMined: readonly string[];
}

/** A statement and its place in the raw text of its case. */
interface Statement extends Span {
  readonly caseId: string;
}

/**
 * Draws statements (sentences) by chance among those of all cases that count, and seals them, for a test of theoretical
 * saturation. The same seed draws the same of the same statements, in whatever order their cases were imported; those that are
 * sealed already stay so.
 * @throws UserError sheet/bad-sample, reserve/no-statements
 */
export async function reserveStatements(
  context: Context,
  { share, seed = 1, coder, reason }: ReserveOptions,
): Promise<ReservedStatements> {
  const all = statementsThatMayCount(context.store);
  const drawn = sampleRows(all, ({ caseId, start, end }) => [caseId, start, end], { sample: share, seed });
  if (drawn.length === all.length)
    throw new UserError('reserve/no-statements', { share, statements: all.length });
  const statements = groupBy(drawn, ({ caseId }) => caseId);
  const report = await sealStatements(context, { statements, coder, reason });
  return {
    ...report,
    statements: drawn.length,
    of: all.length,
    cases: [...statements.keys()],
    notMined: casesToMine(context.store),
  };
}

/** The sentences of the cases that count, but for those that are left out whole for their kind of region. */
function statementsThatMayCount(store: Store): Statement[] {
  return currentVersions(store, { scope: 'texts' }).flatMap(({ caseId, version }) => {
    const { clean } = readSentences(store, caseId, version);
    const leftOut = leftOutRegions(store, caseId, version);
    const statements: Statement[] = [];
    for (let at = 0; at < clean.length; at += 1) {
      const [cleanStart, cleanEnd] = [clean.cleanStarts[at] as number, clean.cleanEnds[at] as number];
      if (leftOut.some(({ start, end }) => start <= cleanStart && cleanEnd <= end)) continue;
      statements.push({ caseId, start: clean.starts[at] as number, end: clean.ends[at] as number });
    }
    return statements;
  });
}
