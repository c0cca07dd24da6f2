import type { PassageSubject } from '../model/decisions/memo.js';
import type { PassageTarget } from '../model/decisions/target.js';
import type { NewDecision } from '../store/decision-log.js';
import { readMemo, readMemoPassages } from '../store/memo-table.js';
import { codeFollower } from './code-names.js';
import type { Context } from './context.js';
import { memoDecision } from './memo-decision.js';

/** A coder, the codings that another takes the place of, and that one. */
interface MovedCodings {
  readonly coder: string;
  readonly from: readonly Omit<PassageTarget, 'type'>[];
  readonly to: PassageSubject;
}

/** The decisions by which a coder's memos on codings are on the one that takes their place. */
export function moveMemos(context: Context, { coder, from, to }: MovedCodings): NewDecision[] {
  const { store } = context;
  const current = codeFollower(store);
  return readMemoPassages(store).flatMap((on) => {
    const memo = readMemo(store, on.id);
    const { id: codeId } = current(on.codebookId, on.codeId);
    const isLeft = from.some(
      (one) =>
        one.codebookId === on.codebookId &&
        one.codeId === codeId &&
        one.polarity === on.polarity &&
        one.caseId === on.caseId &&
        one.version === on.version &&
        one.start === on.start &&
        one.end === on.end,
    );
    if (memo === null || memo.coder !== coder || !isLeft) return [];
    const { decisionId: _, ...before } = memo;
    const { codeId: toCode, label, polarity, start, end } = to;
    // On the same words it stays where it was written, which may have been in an earlier version of the text.
    const isSamePlace = start === on.start && end === on.end;
    const moved = isSamePlace ? { ...(memo.on as PassageSubject), codeId: toCode, label, polarity } : to;
    return memoDecision(context, { ...before, on: moved }, on.id);
  });
}
