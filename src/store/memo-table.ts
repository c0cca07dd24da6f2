import type { Memo, PassageSubject } from '../model/decisions/memo.js';
import type { Span } from '../model/span.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/** A memo as it is now, named by the decision that made it. */
export interface StoredMemo {
  readonly id: string;
  readonly memo: Memo;
}

/** What a memo said once. */
export interface MemoVersion extends Pick<Memo, 'text' | 'decisionId'> {
  /** UTC, ISO 8601. */
  readonly time: string;
}

/** The passage that a memo is on, where it lies now. */
export interface MemoPassage extends PassageSubject {
  readonly id: string;
}

/** A memo; null for none of that id. */
export function readMemo(store: Store, id: string): Memo | null {
  const row = store.get<{ memo: string }>('SELECT memo FROM memo WHERE id = ?', id);
  return row === undefined ? null : (JSON.parse(row.memo) as Memo);
}

/** All memos, the earliest first. */
export function readMemos(store: Store): StoredMemo[] {
  return store
    .all<{ id: string; memo: string }>(
      'SELECT memo.id, memo FROM memo JOIN decision USING (id) ORDER BY revision',
    )
    .map(({ id, memo }) => ({ id, memo: JSON.parse(memo) as Memo }));
}

/** What each memo said so far, the first version first; what was taken back is not among it. */
export function readMemoVersions(store: Store): Map<string, MemoVersion[]> {
  const versions = new Map<string, MemoVersion[]>();
  const rows = store.all<{ id: string; after: string; time: string }>(
    `SELECT target ->> 'id' AS id, after, time FROM decision JOIN standing_decision USING (revision)
     WHERE revision IN (SELECT revision FROM decision_subject WHERE subject >= 'memo:' AND subject < 'memo;')
       AND target ->> 'type' = 'memo' AND after IS NOT NULL
     ORDER BY revision`,
  );
  for (const { id, after, time } of rows) {
    const { text, decisionId } = JSON.parse(after) as Memo;
    versions.set(id, [...(versions.get(id) ?? []), { text, decisionId, time }]);
  }
  return versions;
}

/** Puts a memo as it is written now; null takes it away. Only the decision log calls this. */
export function putMemo(store: Store, id: string, memo: Memo | null): void {
  if (memo === null) {
    store.run('DELETE FROM memo_place WHERE memo_id = ?', id);
    store.run('DELETE FROM memo WHERE id = ?', id);
    return;
  }
  const before = readMemo(store, id);
  store.run(
    'INSERT INTO memo VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET memo = excluded.memo',
    id,
    memo.coder,
    JSON.stringify(memo),
  );
  if (memo.on.type !== 'passage') return;
  const { caseId, version, start, end } = memo.on;
  // What is on the same place as before may have followed it into a later text.
  if (before?.on.type === 'passage' && isSamePlace(before.on, memo.on)) return;
  const place = [versionNumber(store, caseId, version), start, end];
  store.run('INSERT OR REPLACE INTO memo_place VALUES (?, ?, ?, ?)', id, ...place);
}

type Place = Pick<PassageSubject, 'version' | 'start' | 'end'>;

const isSamePlace = (one: Place, other: Place) =>
  one.version === other.version && one.start === other.start && one.end === other.end;

/** The passages that memos are on, where they lie now, case by case. */
export function readMemoPassages(store: Store): MemoPassage[] {
  return store
    .all<{ id: string; memo: string } & Span & { version: string }>(
      `SELECT memo.id, memo, version, start_at AS start, end_at AS "end"
       FROM memo_place JOIN memo ON memo.id = memo_id JOIN case_version USING (version_no)
       ORDER BY case_no, version_no, start_at, end_at, memo.id`,
    )
    .map(({ memo, ...place }) => ({ ...((JSON.parse(memo) as Memo).on as MemoPassage), ...place }));
}

/** Moves the passage that a memo is on to its place in a later version of the case. */
export function moveMemo(
  store: Store,
  { id, caseId }: Pick<MemoPassage, 'id' | 'caseId'>,
  { version, start, end }: Span & { readonly version: string },
): void {
  store.run(
    'UPDATE memo_place SET version_no = ?, start_at = ?, end_at = ? WHERE memo_id = ?',
    versionNumber(store, caseId, version),
    start,
    end,
    id,
  );
}

/** The ids of the memos, or of the decisions, that begin so, in code point order. */
export function idsBeginning(store: Store, table: 'memo' | 'decision', beginning: string): string[] {
  return store
    .all<{ id: string }>(
      `SELECT id FROM ${table} WHERE id >= ? AND id < ? ORDER BY id`,
      beginning,
      `${beginning}g`,
    )
    .map(({ id }) => id);
}
