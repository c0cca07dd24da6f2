import type { Cell, Store } from '../store.js';
import { versionNumber } from '../version-number.js';

/** What the tables keep of one case version beside its number. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  text_part: ['part_no', 'text'],
  clean_part: ['part_no', 'text', 'origins'],
  normalized_text: ['steps'],
  region: ['start_at', 'end_at', 'kind', 'speaker', 'speech_at'],
  text_scope: ['characters', 'counted', 'from_plain_text'],
  given_words: ['words'],
  case_file: ['sha256', 'format', 'encoding', 'pages_without_text'],
};

/** Copies a version of a case from another project, with its texts and regions, as one that is not current. */
export function copyVersion(from: Store, to: Store, caseId: string, version: string): void {
  const source = versionNumber(from, caseId, version);
  to.run('INSERT INTO project_case (id) VALUES (?) ON CONFLICT DO NOTHING', caseId);
  const head = from.get<Record<'title' | 'source' | 'batch', string>>(
    'SELECT title, source, batch FROM case_version WHERE version_no = ?',
    source,
  );
  to.run(
    `INSERT INTO case_version (case_no, version, is_current, title, source, batch)
     SELECT case_no, ?, 0, ?, ?, ? FROM project_case WHERE id = ?`,
    version,
    head?.title ?? '',
    head?.source ?? '',
    head?.batch ?? '',
    caseId,
  );
  const target = versionNumber(to, caseId, version);
  for (const table of Object.keys(TABLES)) copyRowsOf(table, { from, source, to, target });
}

/** Takes over from another project which file a version of a case was read from. */
export function copyFileOf(from: Store, to: Store, caseId: string, version: string): void {
  const [source, target] = [from, to].map((store) => versionNumber(store, caseId, version)) as [
    number,
    number,
  ];
  to.run('DELETE FROM case_file WHERE version_no = ?', target);
  copyRowsOf('case_file', { from, source, to, target });
}

interface VersionNumbers {
  readonly from: Store;
  readonly source: number | null;
  readonly to: Store;
  readonly target: number | null;
}

function copyRowsOf(table: string, { from, source, to, target }: VersionNumbers): void {
  const columns = TABLES[table] ?? [];
  const rows = from.all<Record<string, Cell>>(
    `SELECT ${columns.join()} FROM ${table} WHERE version_no = ?`,
    source,
  );
  const sql = `INSERT INTO ${table} (version_no, ${columns.join()}) VALUES (?${', ?'.repeat(columns.length)})`;
  for (const row of rows) to.run(sql, target, ...columns.map((name) => row[name] ?? null));
}
