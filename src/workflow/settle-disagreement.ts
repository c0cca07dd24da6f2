import { type ErrorParams, UserError } from '../errors.js';
import { coderOfHiddenName, lettersOf } from '../model/coder-letter.js';
import type { AdjudicationGrounds } from '../model/decisions/adjudication-grounds.js';
import { codebookInForce } from '../project/applied-codebook.js';
import type { Context } from '../project/context.js';
import { codersInOrder } from '../store/coder-table.js';
import { adjudicate } from './adjudicate.js';
import { adjudicatePassages } from './adjudicate-passages.js';
import { findDisagreement } from './find-disagreements.js';
import type { DecideReport } from './follow-decisions.js';

/** Whose verdicts decide about a disagreement, as it was shown. */
export interface SettleOptions extends AdjudicationGrounds {
  /** The disagreement, by its id. */
  readonly id: string;
  readonly verdictOf: string;
  /** Whether `verdictOf` is the letter of a coder. */
  readonly hideNames?: boolean | undefined;
  readonly coder: string;
  readonly reason: string;
}

/**
 * Takes one coder's verdicts about all that is open in a word or sentence, by the statement of `adjudicate` or
 * `adjudicatePassages`; codes about which the coder has no verdict stay open.
 * @throws UserError decide/not-contested, decide/no-verdict-of
 */
export async function settleDisagreement(
  context: Context,
  { id, verdictOf: named, hideNames = false, ...given }: SettleOptions,
): Promise<DecideReport> {
  const { store } = context;
  const found = findDisagreement(store, codebookInForce(store)?.codebook ?? null, id);
  if (!found) throw new UserError('decide/not-contested', { word: id });
  const order = codersInOrder(store);
  const verdictOf = hideNames ? (coderOfHiddenName(named, order) ?? named) : named;
  const { about, questions } = found;
  try {
    if (about.type === 'word')
      return await adjudicate(context, { ...given, verdictOf, words: [about.word], group: about.group });
    const judged = questions.filter(({ verdicts }) => verdicts.some(({ coder }) => coder === verdictOf));
    const passages = (judged.length > 0 ? judged : questions).flatMap(({ passage }) => passage ?? []);
    const { caseId } = about;
    return await adjudicatePassages(context, { ...given, verdictOf, passages, caseId });
  } catch (error) {
    if (!hideNames || !(error instanceof UserError) || error.code !== 'decide/no-verdict-of') throw error;
    // Nor does the reason name anybody.
    const { word } = error.params as ErrorParams['decide/no-verdict-of'];
    const coders = questions.flatMap(({ verdicts }) =>
      verdicts.map((one) => lettersOf(order.indexOf(one.coder))),
    );
    throw new UserError(error.code, { coder: named, word, coders: [...new Set(coders)].sort().join(', ') });
  }
}
