import { UserError } from '../errors.js';
import { coderOfHiddenName } from '../model/coder-letter.js';
import type { AdjudicationGrounds } from '../model/decisions/adjudication-grounds.js';
import { codebookInForce } from '../project/applied-codebook.js';
import type { Context } from '../project/context.js';
import { codersInOrder } from '../store/coder-table.js';
import { adjudicate } from './adjudicate.js';
import { adjudicatePassages } from './adjudicate-passages.js';
import { findDisagreements } from './find-disagreements.js';
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
  const found = findDisagreements(store, codebookInForce(store)?.codebook ?? null).find(
    (one) => one.id === id,
  );
  if (!found) throw new UserError('decide/not-contested', { word: id });
  const verdictOf = hideNames ? (coderOfHiddenName(named, codersInOrder(store)) ?? named) : named;
  const { about, questions } = found;
  if (about.type === 'word')
    return adjudicate(context, { ...given, verdictOf, words: [about.word], group: about.group });
  const judged = questions.filter(({ verdicts }) => verdicts.some(({ coder }) => coder === verdictOf));
  const passages = (judged.length > 0 ? judged : questions).flatMap(({ passage }) => passage ?? []);
  return adjudicatePassages(context, { ...given, verdictOf, passages });
}
