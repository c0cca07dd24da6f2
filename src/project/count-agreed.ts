import { outcomeOf, standingFor } from '../stages/settle/settle-word.js';
import { judgedQuestions, readJudgements } from '../store/judgement-table.js';
import type { Store } from '../store/store.js';
import { verdictsOnWord } from '../store/verdict-table.js';
import { hiddenGroupTest } from './hidden-cases.js';
import { readSettledSentences } from './settled-sentences.js';

/** How many words and sentences several coders judged, by what became of them. */
export interface AgreedCounts {
  /** All say the same: that is in force without anybody's doing. */
  readonly agreed: number;
  /** They differ, and somebody adjudicated or the lead coder's verdict counts. */
  readonly settled: number;
  readonly contested: number;
}

/** Counts the words, and the sentences with a code of a codebook, that two or more coders judged; of hidden cases and the words of their groups none. */
export function countAgreed(
  store: Store,
  codebookId: string | undefined,
  hidden: ReadonlySet<string> = new Set(),
): AgreedCounts {
  const isHiddenGroup = hiddenGroupTest(store, hidden);
  const words = judgedQuestions(store).flatMap((question) => {
    const judgements = readJudgements(store, question);
    return verdictsOnWord(store, question).flatMap(({ group, isContested }) => {
      if (isHiddenGroup(group)) return [];
      const outcomes = standingFor(judgements, group).map(({ verdict }) => outcomeOf(verdict));
      return outcomes.length < 2 ? [] : [{ outcomes, isContested }];
    });
  });
  const sentences = (codebookId === undefined ? [] : readSettledSentences(store, codebookId))
    .filter(({ verdicts, caseId }) => verdicts.length > 1 && !hidden.has(caseId))
    .map(({ verdicts, isContested }) => ({
      outcomes: verdicts.map(({ isCoded }) => String(isCoded)),
      isContested,
    }));
  const all = [...words, ...sentences];
  const agreed = all.filter(({ outcomes }) => new Set(outcomes).size === 1).length;
  const differing = all.filter(({ isContested }) => isContested).length;
  return { agreed, settled: all.length - agreed - differing, contested: differing };
}
