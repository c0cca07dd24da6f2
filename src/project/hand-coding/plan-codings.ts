import type { PassageJudgement } from '../../model/decisions/passage-verdict.js';
import { groupBy } from '../../text/group-by.js';
import { codeFollower } from '../code-names.js';
import { currentJudgements } from '../find-passages.js';
import type { PlannedVerdict } from '../plan-reviews.js';
import { targetOf } from '../read-passage-state.js';

import { isOfSheet, type PlannedMemo, type RecordedState, type RowPlan } from '../sheets/sheet-plan.js';
import type { LocatedQuote } from './locate-quotes.js';

/** What a row or comment of hand coding says: the codes it gives, and where its words are. */
export interface PlacedCoding extends LocatedQuote {
  readonly codes: readonly string[];
  readonly keyword: string;
  readonly memo: string;
  /** The code of the passage that the memo is on, where it is another than the first that is given. */
  readonly memoOn?: string | undefined;
}

/** One coding of a coder: a code and a passage, however many rows name it. */
interface Coding {
  readonly placed: PlacedCoding;
  readonly codeId: string;
  readonly keywords: Set<string>;
}

/** What each coder coded or confirmed under a codebook. */
export function codingsByCoder({
  store,
  codebook,
}: Pick<RecordedState, 'store' | 'codebook'>): ReadonlyMap<string, readonly PassageJudgement[]> {
  const coded = currentJudgements(store, codebook.id).filter(
    ({ verdict, polarity }) => verdict.says !== 'reject' && polarity === 'supports',
  );
  return groupBy(coded, ({ verdict }) => verdict.coder);
}

/**
 * Plans the codings of one coder: each code and passage once, with the keywords that rows name for it. What the coder coded by
 * this very table before (of `own`) and it no longer has is taken away.
 * @param areComments rows are comments: what the coder coded or confirmed before stays as it is, whatever its code meant then, and each
 *   memo is one of its own
 */
export function planCodings(
  { store, head, coder, codebook }: RecordedState,
  rows: readonly PlacedCoding[],
  own: readonly PassageJudgement[],
  areComments = false,
): RowPlan[] {
  const wanted = new Map<string, Coding>();
  for (const placed of rows) {
    for (const codeId of placed.codes) {
      const key = keyOf({ ...placed.place, codeId });
      const coding = wanted.get(key) ?? { placed, codeId, keywords: new Set() };
      wanted.set(key, coding);
      if (placed.keyword !== '') coding.keywords.add(placed.keyword);
    }
  }
  const current = codeFollower(store);
  const keyNow = (one: PassageJudgement) =>
    areComments ? keyOf({ ...withoutBlanks(one), codeId: current(codebook.id, one.codeId).id }) : keyOf(one);
  const gone = own.filter(
    (one) => one.verdict.says === 'code' && isOfSheet(one.verdict.reason, head) && !wanted.has(keyNow(one)),
  );
  for (const one of areComments ? own : []) wanted.delete(keyNow(one));
  const given = [...wanted.values()].map(({ placed: { place }, codeId, keywords }): PlannedVerdict => {
    const at = placeOf(place, codeId);
    const named = keywords.size > 0 && { keywords: [...keywords] };
    return {
      kind: 'code',
      target: targetOf(store, at, coder),
      says: 'code',
      passage: place,
      isBulk: true,
      ...named,
    };
  });
  const taken = gone.map(({ verdict, codeId, ...place }): PlannedVerdict => {
    const target = targetOf(store, placeOf(place, codeId), coder);
    return { kind: 'uncode', target, says: null, passage: verdict, isBulk: true };
  });
  const memos = areComments ? rows.flatMap(ownMemo) : memosOf(rows);
  return [{ passages: [...given, ...taken] }, ...memos.map((memo) => ({ memo }))];

  function placeOf(
    { caseId, version, start, end }: Pick<LocatedQuote['place'], 'caseId' | 'version' | 'start' | 'end'>,
    codeId: string,
  ) {
    return { codebookId: codebook.id, codeId, polarity: 'supports', caseId, version, start, end } as const;
  }
}

/** The place of a passage as a comment on it is read: without the blanks around its words. */
function withoutBlanks({ caseId, start, end, verdict: { quote } }: PassageJudgement) {
  const lengthOf = (text: string) => [...text].length;
  const [before, behind] = [quote.length - quote.trimStart().length, quote.length - quote.trimEnd().length];
  return {
    caseId,
    start: start + lengthOf(quote.slice(0, before)),
    end: end - lengthOf(quote.slice(quote.length - behind)),
  };
}

/** The memos of rows: those on one passage under its first code are one, in the order of the rows. */
function memosOf(rows: readonly PlacedCoding[]): PlannedMemo[] {
  const written = rows.filter(({ memo }) => memo !== '');
  const byPlace = groupBy(written, (row) => keyOf({ ...row.place, codeId: codeOf(row) ?? '' }));
  return [...byPlace.values()].map((same) => {
    const text = [...new Set(same.map(({ memo }) => memo))].join('\n');
    return memoOf(same[0] as PlacedCoding, text);
  });
}

/** The memo of a comment: each is one of its own. */
function ownMemo(comment: PlacedCoding): PlannedMemo[] {
  return comment.memo === '' ? [] : [{ ...memoOf(comment, comment.memo), isOfSheet: true }];
}

function memoOf(one: PlacedCoding, text: string): PlannedMemo {
  const { caseId, version, start, end, quote } = one.place;
  return { caseId, version, span: { start, end }, quote, codeId: codeOf(one), text };
}

const codeOf = ({ memoOn, codes }: PlacedCoding) => memoOn ?? codes[0];

const keyOf = ({
  caseId,
  start,
  end,
  codeId,
}: {
  readonly caseId: string;
  readonly start: number;
  readonly end: number;
  readonly codeId: string;
}) => [caseId, start, end, codeId].join('\t');
