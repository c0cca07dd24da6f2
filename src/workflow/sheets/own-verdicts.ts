import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import { currentJudgements } from '../../project/find-passages.js';
import { readMemoPassages, readMemos } from '../../store/memo-table.js';
import type { Store } from '../../store/store.js';
import { passageId } from '../../text/passage-id.js';

/** What a coder said of passages under a codebook, where they lie now. */
export interface OwnVerdicts {
  readonly of: (passage: string) => PassageJudgement | undefined;
  /** The passages that the coder coded themself, by place. */
  readonly codedAt: (place: Place) => readonly PassageJudgement[];
  readonly all: readonly PassageJudgement[];
  /** The coder's last memo on a passage. */
  readonly memoOn: (passage: string) => string;
}

type Place = Pick<PassageJudgement, 'caseId' | 'start' | 'end'>;

const keyOf = ({ caseId, start, end }: Place) => JSON.stringify([caseId, start, end]);

/** Reads what a coder said of passages under a codebook. */
export function readOwnVerdicts(
  store: Store,
  codebookId: string,
  coder: string,
  batch?: string,
): OwnVerdicts {
  const all = currentJudgements(store, codebookId, batch).filter(({ verdict }) => verdict.coder === coder);
  const byId = new Map(all.map((one) => [passageId(one), one]));
  const coded = new Map<string, PassageJudgement[]>();
  for (const one of all.filter(({ verdict }) => verdict.says === 'code')) {
    coded.set(keyOf(one), [...(coded.get(keyOf(one)) ?? []), one]);
  }
  const texts = new Map(
    readMemos(store).flatMap(({ id, memo }) => (memo.coder === coder ? [[id, memo.text]] : [])),
  );
  const memos = new Map(
    readMemoPassages(store).flatMap((one) => {
      const text = texts.get(one.id);
      return text === undefined ? [] : [[passageId(one), text] as const];
    }),
  );
  return {
    of: (passage) => byId.get(passage),
    codedAt: (place) => coded.get(keyOf(place)) ?? [],
    all,
    memoOn: (passage) => memos.get(passage) ?? '',
  };
}
