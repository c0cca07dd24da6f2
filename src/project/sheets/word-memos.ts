import type { MemoSubject } from '../../model/decisions/memo.js';
import type { NewDecision } from '../../store/decision-log.js';
import { readMemos } from '../../store/memo-table.js';
import type { Context } from '../context.js';
import { memoDecision, memoText } from '../memo-decision.js';
import type { RowPlan } from './sheet-plan.js';

type PlannedWordMemo = NonNullable<RowPlan['wordMemo']>;

/** The memos on words that are new or another text; each begins with its word, by which it is found again. */
export function wordMemos(
  context: Context,
  coder: string,
  planned: readonly PlannedWordMemo[],
): NewDecision[] {
  if (planned.length === 0) return [];
  const own = readMemos(context.store).filter(({ memo }) => memo.coder === coder);
  return planned.flatMap(({ on, word, text: written }) => {
    const mark = `【${word}】`;
    const text = memoText(`${mark}${written}`);
    const before = own.filter(({ memo }) => isSame(memo.on, on) && memo.text.startsWith(mark));
    if (before.some(({ memo }) => memo.text === text)) return [];
    const last = before.at(-1);
    if (!last) return [memoDecision(context, { type: 'note', on, text, coder })];
    const { decisionId: _, ...same } = last.memo;
    return [memoDecision(context, { ...same, text }, last.id)];
  });
}

function isSame(one: MemoSubject, other: PlannedWordMemo['on']): boolean {
  if (one.type !== 'code' || other.type !== 'code') return one.type === other.type;
  return one.codebookId === other.codebookId && one.codeId === other.codeId;
}
