import { UserError } from '../errors.js';
import type { Context } from '../project/context.js';
import { wordsAsKnown } from '../project/known-words.js';
import { recordDecisions } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import { standingFor } from '../stages/settle/settle-word.js';
import type { NewDecision } from '../store/decision-log.js';
import { readJudgements } from '../store/judgement-table.js';
import { verdictsOnWord } from '../store/verdict-table.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** Whose verdict decides about contested words, and who says so. */
export interface AdjudicateOptions {
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
    const words = wordsAsKnown(within.store, options.words);
    const planned = words.flatMap((word) => planAdjudications(within, { ...options, coder }, word));
    return recordDecisions(
      within.store,
      planned.map((one) => ({ ...one, statement: planned[0]?.id ?? '', isBulk: planned.length > 1 })),
    );
  });
}

function planAdjudications(
  { store, now, newId }: Context,
  { verdictOf, group, coder, reason }: AdjudicateOptions,
  word: string,
): NewDecision[] {
  const contested = ASPECTS.flatMap((aspect) =>
    verdictsOnWord(store, { word, aspect })
      .filter((one) => one.isContested && (group === undefined || one.group === group))
      .map((one) => ({ question: { aspect, word }, group: one.group })),
  );
  if (contested.length === 0) throw new UserError('decide/not-contested', { word });
  return contested.map(({ question, group: of }): NewDecision => {
    const standing = standingFor(readJudgements(store, question), of);
    const chosen = standing.find((one) => one.coder === verdictOf);
    if (!chosen) {
      const coders = standing.map((one) => one.coder).join(', ');
      throw new UserError('decide/no-verdict-of', { coder: verdictOf, word, coders });
    }
    const id = newId();
    const type = question.aspect === 'screening' ? 'keyword' : 'mapping';
    return {
      id,
      statement: id,
      coder,
      time: now().toISOString(),
      kind: 'adjudicate',
      target: { type: 'adjudication', of: { type, group: of, word } },
      after: {
        verdict: chosen.verdict,
        settles: standing.map(({ verdict }) => verdict.decisionId).sort(),
      },
      reason,
      suggestionShown: false,
      isBulk: false,
    };
  });
}
