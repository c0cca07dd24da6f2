import type { Context } from '../project/context.js';
import { type CasesDecision, decideStanding } from './decide-standing.js';
import type { DecideReport } from './follow-decisions.js';

/**
 * Leaves cases out of everything that counts cases, with their texts and codings on record. Statistics of earlier minings
 * keep them until the next mining.
 * @throws UserError cases/unknown-case
 */
export async function excludeCases(context: Context, decision: CasesDecision): Promise<DecideReport> {
  return decideStanding(context, decision, { kind: 'exclude', standing: 'excluded', ends: false });
}

/**
 * Counts cases again that were excluded.
 * @throws UserError cases/unknown-case
 */
export async function includeCases(context: Context, decision: CasesDecision): Promise<DecideReport> {
  return decideStanding(context, decision, { kind: 'include', standing: 'excluded', ends: true });
}
