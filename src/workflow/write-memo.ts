import { UserError } from '../errors.js';
import type { MemoType } from '../model/memo-type.js';
import type { Context } from '../project/context.js';
import { findMemo } from '../project/find-memo.js';
import { findMemoSubject } from '../project/find-memo-subject.js';
import type { PassagesNear } from '../project/find-passages.js';
import { memoDecision, memoDeletion, memoText } from '../project/memo-decision.js';
import { recordDecisions } from '../project/record-decisions.js';
import { requireCoder } from '../project/require-coder.js';
import { readMemos, type StoredMemo } from '../store/memo-table.js';
import type { Store } from '../store/store.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** A memo that a coder writes. */
export interface MemoOptions extends PassagesNear {
  readonly text: string;
  /** `project`, `case:ID`, `code:NAME`, `passage:ID`, `decision:ID` or `memo:ID`. */
  readonly on: string;
  readonly type?: MemoType | undefined;
  readonly coder: string;
}

/** The new text of a memo, named by its id or the beginning of it. */
export interface MemoEdit extends Pick<MemoOptions, 'text' | 'coder'> {
  readonly id: string;
}

/**
 * Writes a memo, by a decision that can be taken back.
 * @throws UserError memo/empty, memo/bad-subject, memo/returns-no-passage
 */
export async function addMemo(context: Context, options: MemoOptions): Promise<DecideReport> {
  const coder = requireCoder(options.coder);
  const text = memoText(options.text);
  const { type = 'note' } = options;
  return followDecisions(context, (again) => {
    const on = findMemoSubject(again.store, options.on, options);
    if (type === 'return' && on.type !== 'passage')
      throw new UserError('memo/returns-no-passage', { on: options.on });
    return recordDecisions(again.store, [memoDecision(again, { type, on, text, coder })]);
  });
}

/**
 * Gives a memo of the coder another text; the earlier ones stay in the log.
 * @throws UserError memo/empty, memo/unknown, memo/not-author
 */
export async function editMemo(context: Context, options: MemoEdit): Promise<DecideReport> {
  const coder = requireCoder(options.coder);
  const text = memoText(options.text);
  return followDecisions(context, (again) => {
    const { id, memo } = findOwnMemo(again.store, options.id, coder);
    if (memo.text === text) return { decisions: [], changes: [], alreadyInForce: [inShort(id)] };
    const { decisionId: _, ...before } = memo;
    return recordDecisions(again.store, [memoDecision(again, { ...before, text }, id)]);
  });
}

/**
 * Deletes a memo of the coder that no memo is on, by a decision that can be taken back.
 * @throws UserError memo/unknown, memo/not-author, memo/answered
 */
export async function deleteMemo(
  context: Context,
  options: Pick<MemoEdit, 'id' | 'coder'>,
): Promise<DecideReport> {
  const coder = requireCoder(options.coder);
  return followDecisions(context, (again) => {
    const { store } = again;
    const own = findOwnMemo(store, options.id, coder);
    const answers = readMemos(store).filter(({ memo: { on } }) => on.type === 'memo' && on.id === own.id);
    if (answers.length > 0) {
      throw new UserError('memo/answered', { id: inShort(own.id), count: answers.length });
    }
    return recordDecisions(store, [memoDeletion(again, own)]);
  });
}

function findOwnMemo(store: Store, beginning: string, coder: string): StoredMemo {
  const found = findMemo(store, beginning);
  const author = found.memo.coder;
  if (author !== coder) throw new UserError('memo/not-author', { id: inShort(found.id), author, coder });
  return found;
}

const inShort = (id: string) => id.slice(0, 8);
