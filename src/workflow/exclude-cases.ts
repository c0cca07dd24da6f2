import type { Context } from '../project/context.js';
import { findCase } from '../project/find-case.js';
import { type PlannedState, recordPlanned } from '../project/record-planned.js';
import { requireCoder } from '../project/require-coder.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** Which cases a decision is about, who makes it, and why. */
export interface CasesDecision {
  readonly cases: readonly string[];
  readonly coder: string;
  readonly reason: string;
}

/**
 * Leaves cases out of everything that counts cases, with their texts and codings on record. Statistics of earlier minings
 * keep them until the next mining.
 * @throws UserError cases/unknown-case
 */
export function excludeCases(context: Context, decision: CasesDecision): Promise<DecideReport> {
  return decideAboutCases(context, decision, 'exclude');
}

/**
 * Counts cases again that were excluded.
 * @throws UserError cases/unknown-case
 */
export function includeCases(context: Context, decision: CasesDecision): Promise<DecideReport> {
  return decideAboutCases(context, decision, 'include');
}

async function decideAboutCases(
  context: Context,
  { cases, reason, ...decision }: CasesDecision,
  kind: 'exclude' | 'include',
): Promise<DecideReport> {
  const coder = requireCoder(decision.coder);
  return followDecisions(context, (again) => {
    const ids = [...new Set(cases.map((id) => findCase(again.store, id).id))];
    const planned = ids.map(
      (caseId): PlannedState => ({
        kind,
        target: { type: 'case', caseId, question: 'excluded' },
        after: kind === 'exclude' ? { standing: 'excluded', coder, reason } : null,
      }),
    );
    return recordPlanned(again, { coder, reason }, planned);
  });
}
