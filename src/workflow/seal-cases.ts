import type { Context } from '../project/context.js';
import { type CasesDecision, decideStanding } from './decide-standing.js';
import type { DecideReport } from './follow-decisions.js';

/**
 * Holds cases out for a later check (of saturation, or of blind coding): they count nowhere, and nobody can code them,
 * until they are unsealed. Statistics of earlier minings keep them until the next mining.
 * @throws UserError cases/unknown-case
 */
export async function sealCases(context: Context, decision: CasesDecision): Promise<DecideReport> {
  return decideStanding(context, decision, { kind: 'seal', standing: 'sealed', ends: false });
}

/**
 * Counts cases again that were sealed, and opens them to decisions.
 * @throws UserError cases/unknown-case
 */
export async function unsealCases(context: Context, decision: CasesDecision): Promise<DecideReport> {
  return decideStanding(context, decision, { kind: 'unseal', standing: 'sealed', ends: true });
}
