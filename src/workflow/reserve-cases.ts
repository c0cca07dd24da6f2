import { UserError } from '../errors.js';
import type { Context } from '../project/context.js';
import { sampleRows } from '../project/sample-rows.js';
import { readCaseStandings } from '../store/case-standing-table.js';
import { currentVersions } from '../store/case-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import type { DecideReport } from './follow-decisions.js';
import { sealCases } from './seal-cases.js';

/** Which share of the cases is held out, and who does so. */
export interface ReserveOptions {
  /** `1/3`, `20%` or a number of cases. */
  readonly share: string;
  readonly seed?: number | undefined;
  readonly coder: string;
  readonly reason: string;
}

/** The cases that are held out, and of how many they were drawn. */
export interface ReserveReport extends DecideReport {
  readonly drawn: readonly string[];
  readonly of: number;
}

/**
 * Draws cases by chance among those that are not excluded and seals them, for a test of theoretical saturation. The same seed
 * draws the same of the same cases, in whatever order they were imported; those that are sealed already stay so.
 * @throws UserError sheet/bad-sample, reserve/no-cases
 */
export async function reserveCases(
  context: Context,
  { share, seed = 1, coder, reason }: ReserveOptions,
): Promise<ReserveReport> {
  const { store } = context;
  const excluded = readCaseStandings(store, 'excluded');
  const ids = currentVersions(store, { scope: 'all' })
    .map(({ caseId }) => caseId)
    .filter((id) => !excluded.has(id))
    .sort(compareByCodePoint);
  const drawn = sampleRows(ids, (id) => id, { sample: share, seed });
  if (ids.length === 0 || drawn.length === ids.length) {
    throw new UserError('reserve/no-cases', { share, cases: ids.length });
  }
  const report = await sealCases(context, { cases: drawn, coder, reason });
  return { ...report, drawn, of: ids.length };
}
