import type { Store } from './store.js';

/** The row number of a case version; null breaks the constraint of whatever refers to it. */
export function versionNumber(store: Store, caseId: string, version: string): number | null {
  const key = `${version}\t${caseId}`;
  const known = store.versionNumbers.get(key);
  if (known !== undefined) return known;
  const row = store.get<{ version_no: number }>(
    'SELECT version_no FROM project_case JOIN case_version USING (case_no) WHERE id = ? AND version = ?',
    caseId,
    version,
  );
  if (row === undefined) return null;
  store.versionNumbers.set(key, row.version_no);
  return row.version_no;
}

/** The row numbers of all case versions, by case id and version. */
export function versionNumbers(store: Store): (caseId: string, version: string) => number | undefined {
  const rows = store.all<{ id: string; version: string; version_no: number }>(
    'SELECT id, version, version_no FROM project_case JOIN case_version USING (case_no)',
  );
  const numbers = new Map(rows.map(({ id, version, version_no }) => [`${version}\t${id}`, version_no]));
  return (caseId, version) => numbers.get(`${version}\t${caseId}`);
}
