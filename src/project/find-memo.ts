import { UserError } from '../errors.js';
import { idsBeginning, readMemo, type StoredMemo } from '../store/memo-table.js';
import type { Store } from '../store/store.js';

/** Digits of an id that name a decision or memo at least. */
const LEAST_DIGITS = 4;

/**
 * Finds a memo by its id or the beginning of it.
 * @throws UserError memo/unknown, memo/unclear-id
 */
export function findMemo(store: Store, beginning: string): StoredMemo {
  const id = findId(store, 'memo', beginning);
  const memo = id && readMemo(store, id);
  if (!memo) throw new UserError('memo/unknown', { id: beginning });
  return { id, memo };
}

/**
 * Finds a decision by its id or the beginning of it.
 * @throws UserError memo/unknown-decision, memo/unclear-id
 */
export function findDecisionId(store: Store, beginning: string): string {
  const id = findId(store, 'decision', beginning);
  if (id === null) throw new UserError('memo/unknown-decision', { id: beginning });
  return id;
}

function findId(store: Store, table: 'memo' | 'decision', beginning: string): string | null {
  if (beginning.length < LEAST_DIGITS || !/^[0-9a-f]+$/.test(beginning)) return null;
  const [id, ...more] = idsBeginning(store, table, beginning);
  if (more.length > 0) throw new UserError('memo/unclear-id', { id: beginning, count: more.length + 1 });
  return id ?? null;
}
