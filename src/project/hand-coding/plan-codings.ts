import type { CodingRow } from '../../model/hand-coding.js';
import { groupBy } from '../../text/group-by.js';
import { currentJudgements } from '../find-passages.js';
import type { PlannedVerdict } from '../plan-reviews.js';
import { targetOf } from '../read-passage-state.js';
import type { RecordedState } from '../sheets/record-sheet.js';
import { isOfSheet, type PlannedMemo, type RowPlan } from '../sheets/sheet-plan.js';
import type { LocatedQuote } from './locate-quotes.js';

/** A row of hand coding with its case, the codes it gives, and where its words are. */
export interface PlacedRow extends LocatedQuote {
  readonly row: CodingRow;
  readonly codes: readonly string[];
}

/** One coding of a coder: a code and a passage, however many rows name it. */
interface Coding {
  readonly placed: PlacedRow;
  readonly codeId: string;
  readonly keywords: Set<string>;
}

/**
 * Plans the codings of one coder: each code and passage once, with the keywords that rows name for it. What the coder coded by
 * this very table before and it no longer has is taken away.
 */
export function planCodings(
  { store, head, coder, codebook }: RecordedState,
  rows: readonly PlacedRow[],
): RowPlan[] {
  const wanted = new Map<string, Coding>();
  for (const placed of rows) {
    for (const codeId of placed.codes) {
      const key = keyOf({ ...placed.place, codeId });
      const coding = wanted.get(key) ?? { placed, codeId, keywords: new Set() };
      wanted.set(key, coding);
      if (placed.row.keyword !== '') coding.keywords.add(placed.row.keyword);
    }
  }
  const own = currentJudgements(store, codebook.id).filter(
    ({ verdict }) => verdict.coder === coder && verdict.says === 'code',
  );
  const gone = own.filter((one) => isOfSheet(one.verdict.reason, head) && !wanted.has(keyOf(one)));
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
  return [{ passages: [...given, ...taken] }, ...memosOf(rows).map((memo) => ({ memo }))];

  function placeOf(
    { caseId, version, start, end }: Pick<LocatedQuote['place'], 'caseId' | 'version' | 'start' | 'end'>,
    codeId: string,
  ) {
    return { codebookId: codebook.id, codeId, polarity: 'supports', caseId, version, start, end } as const;
  }
}

/** The memos of rows: those on one passage under its first code are one, in the order of the rows. */
function memosOf(rows: readonly PlacedRow[]): PlannedMemo[] {
  const written = rows.filter(({ row }) => row.memo !== '');
  const byPlace = groupBy(written, ({ place, codes: [codeId = ''] }) => keyOf({ ...place, codeId }));
  return [...byPlace.values()].map((same) => {
    const { place, codes } = same[0] as PlacedRow;
    const { caseId, version, start, end, quote } = place;
    const text = [...new Set(same.map(({ row }) => row.memo))].join('\n');
    return { caseId, version, span: { start, end }, quote, codeId: codes[0], text };
  });
}

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
