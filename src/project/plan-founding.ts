import type { Verdict } from '../model/decisions/verdict.js';
import type { Context } from './context.js';
import { planCodeDecisions } from './plan-code-decisions.js';
import { readDecisionState } from './read-decision-state.js';
import { verdictDecision } from './verdict-decision.js';

/**
 * Plans the decisions that found a code of the lowest level.
 * @throws UserError decide/not-new, decide/not-coded
 */
export function planFounding(
  context: Context,
  name: string,
  by: Pick<Verdict, 'coder' | 'reason'>,
): ReturnType<typeof verdictDecision>[] {
  const founding = { ...by, kind: 'promote', words: [name], isNew: true } as const;
  const planned = planCodeDecisions(readDecisionState(context.store), founding) ?? [];
  return planned.map((one) => verdictDecision(context, founding, one));
}
