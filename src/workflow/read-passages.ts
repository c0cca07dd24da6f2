import type { Origin, Polarity, Status } from '../model/coded-passage.js';
import type { Memo } from '../model/decisions/memo.js';
import type { PassageJudgement } from '../model/decisions/passage-verdict.js';
import type { Evidence } from '../model/evidence.js';
import type { Framework } from '../model/framework.js';
import { type CurrentCode, codeFollower } from '../project/code-names.js';
import { readMemoPassages, readMemos } from '../store/memo-table.js';
import type { Store } from '../store/store.js';
import { comparePassages } from '../text/compare-passages.js';
import { groupBy } from '../text/group-by.js';
import { passageId } from '../text/passage-id.js';

/** A code that somebody or the program gave to a passage of a case; `start` and `end` point into the raw text. */
export interface ReadPassage {
  readonly id: string;
  readonly codeId: string;
  readonly code: string;
  /** Labels from the top level down to the code. */
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly polarity: Polarity;
  readonly quote: string;
  /** What the program proposed it by; all empty where it did not. */
  readonly origins: readonly Origin[];
  readonly keywords: readonly string[];
  readonly rules: readonly string[];
  readonly said: readonly {
    readonly coder: string;
    readonly says: PassageJudgement['verdict']['says'];
    readonly reason: string;
    readonly isInVivo: boolean;
  }[];
  /** By what the reader said themself. */
  readonly status: Status;
  /** Whether the reader coded it, and so may recode it or take the code away. */
  readonly isOwn: boolean;
  /** Those on the passage, under whichever code they were written. */
  readonly memos: readonly ReadMemo[];
}

/** A memo as it is read beside what it is on. */
export interface ReadMemo extends Pick<Memo, 'text' | 'type' | 'coder'> {
  readonly id: string;
}

/**
 * Makes a reader of the passages of one case: what the program proposed there, with what coders said of it and coded. Who does
 * not see what others say there reads their own memos, and those by which a passage was returned to them.
 */
export function passageReader(
  store: Store,
  { framework, coder }: { readonly framework: Framework | null; readonly coder: string },
): (
  proposed: readonly Evidence[],
  judged: readonly PassageJudgement[],
  seesOthers: boolean,
) => ReadPassage[] {
  const follow = codeFollower(store);
  const codes = new Map<string, CurrentCode>();
  const current = (codebookId: string, codeId: string): CurrentCode => {
    const code = codes.get(codeId) ?? follow(codebookId, codeId);
    codes.set(codeId, code);
    return code;
  };
  const memos = memosByPlace(store);
  return (proposed, judged, seesOthers) => {
    const said = groupBy(judged, passageId);
    const machine = new Map(proposed.map((one) => [passageId(one), one]));
    const places = new Map<string, Evidence | PassageJudgement>(machine);
    for (const [id, [first]] of said) if (first) places.set(id, first);
    return [...places]
      .map(([id, place]): ReadPassage => {
        const { codebookId, codeId: givenId, start, end, polarity } = place;
        const by = machine.get(id);
        const own = said.get(id)?.find(({ verdict }) => verdict.coder === coder)?.verdict.says;
        const { id: codeId, label } = current(codebookId, givenId);
        const [first] = said.get(id) ?? [];
        const code = label ?? first?.verdict.label ?? codeId;
        return {
          id,
          codeId,
          code,
          path: framework?.paths.get(codeId)?.map((one) => one.label.zh) ?? [code],
          start,
          end,
          polarity,
          quote: by?.cleanQuote ?? first?.verdict.cleanQuote ?? '',
          origins: by?.origins ?? [],
          keywords: by?.keywords ?? first?.verdict.keywords ?? [],
          rules: by?.rules ?? [],
          said: (said.get(id) ?? []).map(({ verdict }) => ({
            coder: verdict.coder,
            says: verdict.says,
            reason: verdict.reason,
            isInVivo: verdict.isInVivo,
          })),
          status: own === undefined ? 'proposed' : own === 'reject' ? 'rejected' : 'confirmed',
          isOwn: own === 'code',
          memos: (memos.get(placeOf(place)) ?? []).filter(
            (memo) => seesOthers || memo.coder === coder || memo.type === 'return',
          ),
        };
      })
      .sort(comparePassages);
  };
}

type Place = Pick<Evidence, 'codebookId' | 'caseId' | 'version' | 'start' | 'end'>;

/** A memo on a passage is read with every code of just that passage: it stays when the passage is recoded. */
const placeOf = ({ codebookId, caseId, version, start, end }: Place) =>
  JSON.stringify([codebookId, caseId, version, start, end]);

/** The memos on a case as a whole, the earliest first. */
export function memosOnCase(store: Store, caseId: string): readonly ReadMemo[] {
  return readMemos(store).flatMap(({ id, memo: { on, text, type, coder } }) =>
    on.type === 'case' && on.caseId === caseId ? [{ id, text, type, coder }] : [],
  );
}

function memosByPlace(store: Store): Map<string, readonly ReadMemo[]> {
  const text = new Map(readMemos(store).map(({ id, memo }) => [id, memo]));
  const grouped = groupBy(readMemoPassages(store), placeOf);
  return new Map(
    [...grouped].map(([place, own]) => [
      place,
      own.flatMap(({ id: memoId }) => {
        const memo = text.get(memoId);
        return memo ? [{ id: memoId, text: memo.text, type: memo.type, coder: memo.coder }] : [];
      }),
    ]),
  );
}
