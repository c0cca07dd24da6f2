import type { CaseQuestion } from '../model/decisions/case-standing.js';
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

/** What is decided: that a standing of the cases begins, or that it ends. */
interface NewStanding {
  readonly kind: PlannedState['kind'];
  readonly standing: Exclude<CaseQuestion, 'chosen'>;
  readonly ends: boolean;
}

/** Gives cases a standing, or ends it, in one statement. */
export function decideStanding(
  context: Context,
  { cases, reason, ...decision }: CasesDecision,
  { kind, standing, ends }: NewStanding,
): Promise<DecideReport> {
  const coder = requireCoder(decision.coder);
  return followDecisions(context, (again) => {
    const ids = [...new Set(cases.map((id) => findCase(again.store, id).id))];
    const planned = ids.map(
      (caseId): PlannedState => ({
        kind,
        target: { type: 'case', caseId, question: standing },
        after: ends ? null : { standing, coder, reason },
      }),
    );
    return recordPlanned(again, { coder, reason }, planned);
  });
}
