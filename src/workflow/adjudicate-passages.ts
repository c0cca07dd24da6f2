import { UserError } from '../errors.js';
import { type AdjudicationGrounds, givenGrounds } from '../model/decisions/adjudication-grounds.js';
import { contestedSentences } from '../project/contested-sentences.js';
import type { Context } from '../project/context.js';
import { frameworkInUse } from '../project/find-code.js';
import { type PlannedState, recordPlanned } from '../project/record-planned.js';
import { requireCoder } from '../project/require-coder.js';
import type { SettledSentence } from '../stages/settle/settle-sentences.js';
import { passageId } from '../text/passage-id.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** Whose verdict decides about contested sentences, and who says so. */
export interface AdjudicatePassagesOptions extends AdjudicationGrounds {
  /** Ids of passages that touch the sentences, as the table of contested verdicts has them. */
  readonly passages: readonly string[];
  /** The coder whose verdict is chosen: their passages, or their silence when they are done with the case. */
  readonly verdictOf: string;
  readonly codebook?: string | undefined;
  /** The case in which the passages are, if that is known: they are found sooner. */
  readonly caseId?: string | undefined;
  readonly coder: string;
  readonly reason: string;
}

/**
 * Decides between the verdicts of coders on the contested sentences that passages touch: that of one coder is in force
 * until one of the decisions that it settled changes.
 * @throws UserError decide/not-contested, decide/no-verdict-of, tables/not-coded
 */
export async function adjudicatePassages(
  context: Context,
  {
    passages,
    verdictOf,
    codebook,
    caseId: within,
    coder: name,
    reason,
    ...grounds
  }: AdjudicatePassagesOptions,
): Promise<DecideReport> {
  const coder = requireCoder(name);
  return followDecisions(context, (again) => {
    const { codes, codebook: book } = frameworkInUse(again.store, codebook);
    const contested = contestedSentences(again.store, book.id, { caseId: within });
    const chosen = passages.flatMap((id) => requireVerdicts(contested, id, verdictOf));
    const planned = chosen.map(({ caseId, codeId, decisions }): PlannedState => {
      const label = codes.get(codeId)?.label.zh ?? codeId;
      return {
        kind: 'adjudicate',
        target: { type: 'sentence', codebookId: book.id, codeId, caseId, settles: decisions },
        after: { verdictOf, label, coder, reason, ...givenGrounds(grounds) },
      };
    });
    const once = new Map(planned.map((one) => [JSON.stringify(one.target), one]));
    return recordPlanned(again, { coder, reason }, [...once.values()]);
  });
}

/** The contested sentences that a passage touches, about each of which a coder has a verdict. */
function requireVerdicts(
  contested: readonly SettledSentence[],
  id: string,
  verdictOf: string,
): SettledSentence[] {
  const touched = contested.filter(({ verdicts }) =>
    verdicts.some(({ judgements }) => judgements.some((one) => passageId(one) === id)),
  );
  if (touched.length === 0) throw new UserError('decide/not-contested', { word: id });
  const without = touched.find(({ verdicts }) => !verdicts.some(({ coder }) => coder === verdictOf));
  if (without) {
    const coders = without.verdicts.map(({ coder }) => coder).join(', ');
    throw new UserError('decide/no-verdict-of', { coder: verdictOf, word: id, coders });
  }
  return touched;
}
