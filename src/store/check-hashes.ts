import { createHash } from 'node:crypto';
import type { Fault } from '../model/verification.js';
import { readParts } from './read-parts.js';
import type { Store } from './store.js';

const TEXT = 'SELECT text FROM text_part WHERE version_no = ? AND part_no = ?';

/** Compares the text of every case version with the hash that it is named by, one at a time. */
export function* checkTexts(store: Store): Generator<readonly Fault[]> {
  const versions = store.all<{ version_no: number; id: string; version: string }>(
    'SELECT version_no, id, version FROM case_version JOIN project_case USING (case_no) ORDER BY id, version',
  );
  for (const { version_no, id, version } of versions) {
    const hash = createHash('sha256');
    for (const { text } of readParts<{ text: string }>(store, TEXT, version_no)) hash.update(text);
    const isKept = hash.digest('hex') === version;
    yield isKept ? [] : [{ kind: 'other-hash', table: 'text_part', at: { case: id } }];
  }
}

/** Compares the contents of codebooks, rules and word lists, and the sets of cases of runs, with their hashes. */
export function checkContents(store: Store): Fault[] {
  return [
    ['content', 'hash', 'text'],
    ['case_set', 'hash', 'versions'],
  ].flatMap(([table = '', hash, text]) =>
    store
      .all<{ hash: string; text: string }>(
        `SELECT ${hash} AS hash, ${text} AS text FROM ${table} ORDER BY ${hash}`,
      )
      .filter((row) => createHash('sha256').update(row.text).digest('hex') !== row.hash)
      .map((row): Fault => ({ kind: 'other-hash', table, at: { hash: row.hash.slice(0, 16) } })),
  );
}
