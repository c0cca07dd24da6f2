import type { NewDecision } from '../../store/decision-log.js';
import { readDecisionsOf } from '../../store/decision-log.js';
import { readMemoPassages, readMemos, type StoredMemo } from '../../store/memo-table.js';
import { groupBy } from '../../text/group-by.js';
import type { Context } from '../context.js';
import { onPassage } from '../find-memo-subject.js';
import { memoDecision, memoText } from '../memo-decision.js';
import { isOfSheet, type PlannedMemo, type RecordedState, sheetReason } from './sheet-plan.js';

/**
 * The memos that are new or another text; one that says the same is left as it is. Of the coder's memos at a place the last that
 * the sheet no longer has becomes the one that it has instead.
 */
export function memoDecisions(
  context: Context,
  state: RecordedState,
  planned: readonly PlannedMemo[],
): NewDecision[] {
  if (planned.length === 0) return [];
  const { store, coder, codebook, head } = state;
  const before = memosByPlace(state);
  const texts = planned.map((one) => ({ ...one, text: textOf(one) }));
  const once = new Map(texts.map((one) => [JSON.stringify([placeKey(one), one.codeId, one.text]), one]));
  const isPlanned = new Set(texts.map((one) => JSON.stringify([placeKey(one), one.text])));
  const free = new Map(
    [...before].map(([key, memos]) => [
      key,
      memos.filter(({ memo }) => !isPlanned.has(JSON.stringify([key, memo.text]))),
    ]),
  );
  const isFromHere = ofThisSheet(state, free);
  return [...once.values()].flatMap((one) => {
    const { caseId, version, span, quote, codeId, text } = one;
    const key = placeKey(one);
    if (before.get(key)?.some(({ memo }) => memo.text === text)) return [];
    const reason = one.isOfSheet ? sheetReason('', head) : '';
    const others = free.get(key) ?? [];
    const last = others.findLast((other) => !one.isOfSheet || isFromHere(other));
    if (codeId !== undefined && last) {
      others.splice(others.indexOf(last), 1);
      const { decisionId: _, ...same } = last.memo;
      return [memoDecision(context, { ...same, text }, last.id, reason)];
    }
    const on =
      codeId === undefined
        ? ({ type: 'case', caseId } as const)
        : onPassage(store, {
            codebookId: codebook.id,
            codeId,
            polarity: 'supports',
            caseId,
            version,
            ...span,
            quote,
          });
    return [memoDecision(context, { type: 'note', on, text, coder }, undefined, reason)];
  });
}

/** A memo that is on no code quotes the words that it is about. */
function textOf({ codeId, quote, text }: PlannedMemo): string {
  return memoText(codeId === undefined && quote !== '' ? `【${quote}】${text}` : text);
}

const placeKey = ({ caseId, span, codeId }: PlannedMemo) =>
  JSON.stringify(codeId === undefined ? [caseId] : [caseId, span.start, span.end]);

/** The coder's memos on passages and cases, by place. */
function memosByPlace({ store, coder }: RecordedState): Map<string, StoredMemo[]> {
  const own = readMemos(store).filter(({ memo }) => memo.coder === coder);
  const byId = new Map(own.map((one) => [one.id, one]));
  const placed = [
    ...readMemoPassages(store).flatMap(({ id, caseId, start, end }) => {
      const memo = byId.get(id);
      return memo ? [{ key: JSON.stringify([caseId, start, end]), memo }] : [];
    }),
    ...own.flatMap((memo) =>
      memo.memo.on.type === 'case' ? [{ key: JSON.stringify([memo.memo.on.caseId]), memo }] : [],
    ),
  ];
  return new Map(
    [...groupBy(placed, ({ key }) => key)].map(([key, same]) => [key, same.map((one) => one.memo)]),
  );
}

/** Makes a function that tells which memos were last written by a sheet. */
function ofThisSheet({ store, head }: RecordedState, memos: ReadonlyMap<string, readonly StoredMemo[]>) {
  const ids = [...memos.values()].flat().map(({ memo }) => memo.decisionId);
  const written = new Set(
    readDecisionsOf(store, ids).flatMap(({ id, reason }) => (isOfSheet(reason, head) ? [id] : [])),
  );
  return ({ memo }: StoredMemo) => written.has(memo.decisionId);
}
