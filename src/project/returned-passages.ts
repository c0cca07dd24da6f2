import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import { readMemoPassages, readMemos, readMemoVersions } from '../store/memo-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { groupBy } from '../text/group-by.js';
import { passageId } from '../text/passage-id.js';

/** A memo by which somebody returned a coded passage to its coder. */
export interface ReturnMemo {
  readonly text: string;
  readonly coder: string;
  /** Whether its coder judged the passage otherwise or wrote a memo there since. */
  readonly isAnswered: boolean;
}

/** Makes a function that gives the last memo by which somebody else returned what a coder said of a passage. */
export function returnsReader(store: Store): (judgement: PassageJudgement) => ReturnMemo | null {
  const memos = readMemos(store);
  if (!memos.some(({ memo }) => memo.type === 'return')) return () => null;
  const versions = readMemoVersions(store);
  const written = new Map(
    memos.map(({ id, memo }) => [id, { ...memo, time: versions.get(id)?.at(-1)?.time ?? '' }]),
  );
  const byPassage = groupBy(readMemoPassages(store), passageId);
  return (judgement) => {
    const { coder } = judgement.verdict;
    const onIt = (byPassage.get(passageId(judgement)) ?? []).flatMap(({ id }) => written.get(id) ?? []);
    const last = onIt
      .filter((one) => one.type === 'return' && one.coder !== coder)
      .sort((one, other) => compareByCodePoint(one.time, other.time))
      .at(-1);
    if (!last) return null;
    const isAnswered =
      judgement.time > last.time || onIt.some((one) => one.coder === coder && one.time > last.time);
    return { text: last.text, coder: last.coder, isAnswered };
  };
}
