import { UserError } from '../errors.js';
import type { Memo } from '../model/decisions/memo.js';
import type { NewDecision } from '../store/decision-log.js';
import type { StoredMemo } from '../store/memo-table.js';
import type { Context } from './context.js';
import { newDecision } from './new-decision.js';

/** The text of a memo as it is kept: one form of line ends and characters, nothing blank around it. */
export function memoText(written: string): string {
  const text = written.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
  if (text === '') throw new UserError('memo/empty', {});
  return text;
}

/** The decision that writes a memo, a new one where no id is given. */
export function memoDecision(
  context: Pick<Context, 'now' | 'newId'>,
  memo: Omit<Memo, 'decisionId'>,
  ofMemo?: string,
  reason = '',
): NewDecision {
  const id = context.newId();
  return newDecision(context, {
    id,
    coder: memo.coder,
    kind: ofMemo === undefined ? 'memo' : 'edit',
    target: { type: 'memo', id: ofMemo ?? id },
    after: { ...memo, decisionId: id },
    reason,
  });
}

/** The decision that deletes a memo, by its author. */
export function memoDeletion(
  context: Pick<Context, 'now' | 'newId'>,
  { id: ofMemo, memo: { coder } }: StoredMemo,
  reason = '',
): NewDecision {
  const target = { type: 'memo', id: ofMemo } as const;
  return newDecision(context, { id: context.newId(), coder, kind: 'delete', target, after: null, reason });
}
