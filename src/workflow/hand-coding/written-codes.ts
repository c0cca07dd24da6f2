import { type Codebook, NO_CODEBOOK } from '../../model/codebook.js';
import { MACHINE_CODER } from '../../model/coded-passage.js';
import { isApart } from '../../model/coder-round.js';
import { isReference } from '../../model/evidence.js';
import { codeFollower } from '../../project/code-names.js';
import { currentJudgements } from '../../project/find-passages.js';
import type { WrittenCode, WrittenMemo } from '../../project/hand-coding/comments-to-write.js';
import { nameInComment } from '../../project/hand-coding/read-comment.js';
import { selectCoding } from '../../project/select-coding.js';
import { currentVersions } from '../../store/case-table.js';
import { readMemoPassages, readMemos } from '../../store/memo-table.js';
import type { Store } from '../../store/store.js';
import { passageId } from '../../text/passage-id.js';

/** What is written of a case. */
type OfCase<T> = T & { readonly caseId: string };

/** Whose codes are written. */
interface Whose {
  /** Only this coder's. */
  readonly coder: string | undefined;
  /** Not those that the program proposes either. */
  readonly isAlone: boolean;
  readonly batch: string | undefined;
}

/** Reads the codes that coders gave to passages of cases, and those that the program alone proposes, in the order of places. */
export function readWrittenCodes(
  store: Store,
  codebook: Codebook,
  { coder, isAlone, batch }: Whose,
): OfCase<WrittenCode>[] {
  const nameOf = nameInComment(codebook);
  const codes = new Set(codebook.codes.map(({ id }) => id));
  const current = codeFollower(store);
  // What is said of a passage of a merged code is said of the code that this became.
  const judged = currentJudgements(store, codebook.id, batch)
    .map((one) => ({ ...one, codeId: current(codebook.id, one.codeId).id }))
    .filter(
      ({ codeId, polarity, verdict }) =>
        codes.has(codeId) &&
        polarity === 'supports' &&
        verdict.says !== 'reject' &&
        (coder === undefined ? !isApart(verdict.coder) : verdict.coder === coder),
    );
  const byPeople = new Set(judged.map(passageId));
  const proposed = isAlone
    ? []
    : selectCoding(store, 'evidence', { codebook: codebook.id || NO_CODEBOOK, batch })
        .evidence()
        .filter(
          (one) =>
            isReference(one) &&
            !one.origins.includes('person') &&
            (byPeople.size === 0 || !byPeople.has(passageId(one))),
        );
  return [
    ...judged.map(({ caseId, start, end, codeId, verdict }) => ({
      caseId,
      start,
      end,
      author: verdict.coder,
      code: nameOf(codeId),
    })),
    ...proposed.map(({ caseId, start, end, codeId }) => ({
      caseId,
      start,
      end,
      author: MACHINE_CODER,
      code: nameOf(codeId),
    })),
  ];
}

/** Reads the memos on passages under a codebook, of all coders or one. */
export function readWrittenMemos(
  store: Store,
  codebook: Codebook,
  coder: string | undefined,
): OfCase<WrittenMemo>[] {
  const nameOf = nameInComment(codebook);
  const memos = new Map(readMemos(store).map(({ id, memo }) => [id, memo]));
  const current = new Map(currentVersions(store).map(({ caseId, version }) => [caseId, version]));
  return readMemoPassages(store).flatMap(({ id, codebookId, codeId, caseId, version, start, end }) => {
    const memo = memos.get(id);
    if (
      !memo ||
      current.get(caseId) !== version ||
      codebookId !== codebook.id ||
      (coder !== undefined && memo.coder !== coder)
    )
      return [];
    return [{ caseId, start, end, author: memo.coder, code: nameOf(codeId), text: memo.text }];
  });
}
