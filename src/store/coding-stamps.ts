import { CASE_OF_ROW } from './case-of-row.js';
import type { Store } from './store.js';

/** Says what is coded in cases under a codebook; the rows of each are sealed by codebook and text, or by codebook and case. */
const OF_TEXTS = ['assignment', 'case_done', 'passage_verdict'];
const OF_CASES = 'sentence_adjudication';

/**
 * A stamp for each case that is another whenever what is coded or judged there under a codebook is another, or what counts of
 * the texts, or who decides where coders differ: made of the seals of what was written. In code point order of the cases.
 */
export function readCodingStamps(store: Store, codebookId: string): Map<string, string> {
  const ground = store.get<{ ground: string }>(
    `SELECT (SELECT number FROM basis) || ' ' || coalesce((SELECT value FROM setting WHERE name = 'lead-coder'), '') AS ground`,
  )?.ground;
  const seals = store.cells(
    `SELECT id, hash FROM seal JOIN case_version ON version_no = key ->> 1 JOIN project_case USING (case_no)
     WHERE table_name IN (SELECT value FROM json_each(?)) AND key ->> 0 = ?
     UNION ALL
     SELECT id, hash FROM seal JOIN project_case ON case_no = key ->> 1 WHERE table_name = ? AND key ->> 0 = ?`,
    JSON.stringify(OF_TEXTS),
    codebookId,
    OF_CASES,
    codebookId,
  ) as IterableIterator<[string, string]>;
  const ids = store.all<{ id: string }>('SELECT id FROM project_case ORDER BY id').map(({ id }) => id);
  const stamps = new Map(ids.map((id) => [id, ground ?? '']));
  for (const [id, hash] of seals) stamps.set(id, `${stamps.get(id)} ${hash}`);
  for (const [version, times] of store.overlay?.written ?? []) {
    const id = store.get<{ id: string }>(CASE_OF_ROW['version_no'] ?? '', version)?.id ?? '';
    stamps.set(id, `${stamps.get(id)} ${times}`);
  }
  return stamps;
}

/**
 * A stamp that is another whenever something in some tables is another, or what counts of the texts: made of seals, or of how
 * often rows were written into what lies over the tables.
 */
export function readTableStamp(store: Store, tables: readonly string[]): string {
  const basis = store.get<{ number: number }>('SELECT number FROM basis')?.number;
  if (store.overlay) return `${basis} ${store.overlay.times}`;
  const seals = store.get<{ hashes: string | null }>(
    `SELECT group_concat(hash) AS hashes FROM
       (SELECT hash FROM seal WHERE table_name IN (SELECT value FROM json_each(?)) ORDER BY table_name, key)`,
    JSON.stringify(tables),
  );
  return `${basis} ${seals?.hashes}`;
}
