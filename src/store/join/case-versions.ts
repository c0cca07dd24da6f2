import type { Store } from '../store.js';

/** A version that a case has or had; `cleaned` tells two cleanings, sets of regions and titles of one text apart. */
export interface KnownVersion {
  readonly version: string;
  readonly isCurrent: boolean;
  readonly title: string;
  readonly batch: string;
  readonly cleaned: string;
  /** The file that it was read from, as JSON; null: not known. */
  readonly file: string | null;
}

/** A case with all its versions. */
export interface CaseVersions {
  readonly id: string;
  readonly versions: readonly KnownVersion[];
}

/** All cases with their versions, in code point order of ids and versions. */
export function readCaseVersions(store: Store): CaseVersions[] {
  const rows = store.all<Omit<KnownVersion, 'isCurrent'> & { id: string; isCurrent: number }>(
    `SELECT id, version, is_current AS isCurrent, title, batch,
       json_array(steps, characters, counted, from_plain_text) AS cleaned,
       iif(sha256 IS NULL, NULL, json_array(sha256, format, encoding, pages_without_text)) AS file
     FROM project_case JOIN case_version USING (case_no)
       LEFT JOIN normalized_text USING (version_no) LEFT JOIN text_scope USING (version_no)
       LEFT JOIN case_file USING (version_no)
     ORDER BY id, version`,
  );
  const cases = new Map<string, KnownVersion[]>();
  for (const { id, ...row } of rows) {
    const version = { ...row, isCurrent: row.isCurrent === 1 };
    const known = cases.get(id);
    if (known) known.push(version);
    else cases.set(id, [version]);
  }
  return [...cases].map(([id, versions]) => ({ id, versions }));
}

/** Makes one of the versions of a case the current one. */
export function setCurrentVersion(store: Store, caseId: string, version: string): void {
  const which = 'case_no = (SELECT case_no FROM project_case WHERE id = ?)';
  store.run(`UPDATE case_version SET is_current = 0 WHERE is_current = 1 AND ${which}`, caseId);
  store.run(`UPDATE case_version SET is_current = 1 WHERE version = ? AND ${which}`, version, caseId);
}

/** Gives a version of a case its title and batch. */
export function describeVersion(
  store: Store,
  caseId: string,
  { version, title, batch }: Pick<KnownVersion, 'version' | 'title' | 'batch'>,
): void {
  store.run(
    `UPDATE case_version SET title = ?, batch = ?
     WHERE version = ? AND case_no = (SELECT case_no FROM project_case WHERE id = ?)`,
    title,
    batch,
    version,
    caseId,
  );
}
