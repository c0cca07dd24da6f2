import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { Context } from '../project/context.js';
import { requireKnown, wordsAsKnown } from '../project/known-words.js';
import { planFounding } from '../project/plan-founding.js';
import { readDecisionState } from '../project/read-decision-state.js';
import { recordDecisions } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import { notInForce, verdictDecision } from '../project/verdict-decision.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** A code that is founded for keywords. */
export interface FoundingOptions {
  readonly name: string;
  /** The keywords that it takes. */
  readonly words: readonly string[];
  readonly coder: string;
  readonly reason: string;
}

/**
 * Founds a code of the lowest level and maps keywords to it; both are one statement, and taken back together.
 * @throws UserError decide/not-new, decide/not-coded, screen/unknown-word
 */
export async function foundCode(context: Context, options: FoundingOptions): Promise<DecideReport> {
  const { reason } = options;
  const coder = requireCoder(options.coder);
  return followDecisions(context, (within) => {
    const { store } = within;
    const state = readDecisionState(store);
    const [name = '', ...words] = wordsAsKnown(state, [options.name, ...options.words]);
    const taken = words.filter((word) => word !== name);
    requireKnown(state, taken, ALL_GROUPS);
    const made = [
      ...planFounding(within, name, { coder, reason }),
      ...taken.map((word) => {
        const target = { type: 'mapping', group: ALL_GROUPS, word } as const;
        return verdictDecision(within, { kind: 'merge', coder, reason }, { target, into: name });
      }),
    ];
    const { fresh, alreadyInForce } = notInForce(store, made);
    return { ...recordDecisions(store, fresh), alreadyInForce };
  });
}
