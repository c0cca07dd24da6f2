import type { HeadlineMeasure } from '../model/agreement-measure.js';
import { nameInRound } from '../model/coder-round.js';
import type { AgreementReport, AgreeRequest } from '../project/agreement-report.js';
import type { ReadContext } from '../project/context.js';
import { readAllDone } from '../store/case-done-table.js';
import { getSetting } from '../store/setting-table.js';
import { agreeCoders } from './agree.js';

/** Who took part in a training round, and how they are compared. */
export type PilotRequest = Omit<AgreeRequest, 'round' | 'all'>;

/** A training round (预编码): what it covers, and whether its coders agree as far as the study asks before it goes on. */
export interface PilotReport {
  /** The cases that two or more of the coders finished in the round. */
  readonly cases: readonly string[];
  readonly headline: HeadlineMeasure;
  /** The headline measure at the level of the first part, over all units; null where it is undefined. */
  readonly value: number | null;
  /** As the setting pilot-threshold has it; null where nobody set it. */
  readonly threshold: number | null;
  readonly isReached: boolean | null;
  /** All measures of the round. */
  readonly agreement: AgreementReport;
}

/**
 * Reports how coders agree in the training round, apart from the formal one, and whether they reach the threshold that the
 * project set.
 * @throws UserError as `agreeCoders`
 */
export function reportPilot({ store }: ReadContext, request: PilotRequest): PilotReport {
  const agreement = agreeCoders({ store }, { ...request, round: 'pilot', all: true });
  const names = new Set(
    (request.coders ?? []).map((coder) => nameInRound(coder.normalize('NFC').trim(), 'pilot')),
  );
  const done = readAllDone(store).filter(
    ({ coder, codebookId }) => names.has(coder) && codebookId === agreement.codebook?.id,
  );
  const { headline, parts } = agreement;
  const value = parts[0]?.all.measures[headline]?.value ?? null;
  const set = getSetting(store, 'pilot-threshold');
  const threshold = set === undefined ? null : Number(set);
  return {
    cases: [...new Set(done.map(({ caseId }) => caseId))].filter(
      (id) => done.filter(({ caseId }) => caseId === id).length > 1,
    ),
    headline,
    value,
    threshold,
    isReached: threshold === null || value === null ? null : value >= threshold,
    agreement,
  };
}
