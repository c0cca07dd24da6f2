import { UserError } from '../errors.js';
import { type AdjudicationGrounds, givenGrounds } from '../model/decisions/adjudication-grounds.js';
import type { Judgement } from '../model/decisions/judgement.js';
import type { Context } from '../project/context.js';
import { wordsAsKnown } from '../project/known-words.js';
import { readDecisionState } from '../project/read-decision-state.js';
import { type PlannedState, recordPlanned } from '../project/record-planned.js';
import { requireCoder } from '../project/require-coder.js';
import { standingFor } from '../stages/settle/settle-word.js';
import { readJudgements } from '../store/judgement-table.js';
import type { Store } from '../store/store.js';
import { verdictsOnWord } from '../store/verdict-table.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** Whose verdict decides about contested words, and who says so. */
export interface AdjudicateOptions extends AdjudicationGrounds {
  readonly words: readonly string[];
  /** The coder whose verdicts are chosen. */
  readonly verdictOf: string;
  /** Only what is contested for this group. */
  readonly group?: string | undefined;
  readonly coder: string;
  readonly reason: string;
}

const ASPECTS = ['screening', 'mapping'] as const;

/**
 * Decides between the verdicts of coders on contested words: that of one coder is in force until one of the verdicts that
 * it settled changes.
 * @throws UserError decide/not-contested, decide/no-verdict-of
 */
export async function adjudicate(context: Context, options: AdjudicateOptions): Promise<DecideReport> {
  const coder = requireCoder(options.coder);
  return followDecisions(context, (within) => {
    const { store } = within;
    const words = wordsAsKnown(readDecisionState(store), options.words);
    const planned = words.flatMap((word) =>
      planAdjudications(readContested(store, word, options.group), options, word),
    );
    return recordPlanned(within, { coder, reason: options.reason }, planned);
  });
}

/** A question of a word about which coders differ, with what they say of it. */
interface ContestedQuestion {
  readonly type: 'keyword' | 'mapping';
  readonly group: string;
  readonly standing: readonly Judgement[];
}

function readContested(store: Store, word: string, group: string | undefined): ContestedQuestion[] {
  return ASPECTS.flatMap((aspect) => {
    const question = { aspect, word };
    return verdictsOnWord(store, question)
      .filter((one) => one.isContested && (group === undefined || one.group === group))
      .map((one) => ({
        type: aspect === 'screening' ? ('keyword' as const) : ('mapping' as const),
        group: one.group,
        standing: standingFor(readJudgements(store, question), one.group),
      }));
  });
}

function planAdjudications(
  contested: readonly ContestedQuestion[],
  { verdictOf, ...grounds }: AdjudicateOptions,
  word: string,
): PlannedState[] {
  if (contested.length === 0) throw new UserError('decide/not-contested', { word });
  return contested.map(({ type, group, standing }): PlannedState => {
    const chosen = standing.find((one) => one.coder === verdictOf);
    if (!chosen) {
      const coders = standing.map((one) => one.coder).join(', ');
      throw new UserError('decide/no-verdict-of', { coder: verdictOf, word, coders });
    }
    return {
      kind: 'adjudicate',
      target: { type: 'adjudication', of: { type, group, word } },
      after: {
        verdict: chosen.verdict,
        settles: standing.map(({ verdict }) => verdict.decisionId).sort(),
        ...givenGrounds(grounds),
      },
    };
  });
}
