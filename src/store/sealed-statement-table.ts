import type { Span } from '../model/span.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/** A statement that is held out: its place in the raw text, and in the clean text. */
export interface SealedStatement extends Span {
  readonly clean: Span;
}

interface StatementRow extends Span {
  readonly cleanStart: number;
  readonly cleanEnd: number;
}

/** The sealed statements of the current text of a case, in the order of the clean text; none of an earlier one. */
export function readSealedStatements(store: Store, caseId: string, version: string): SealedStatement[] {
  const rows = store.all<StatementRow>(
    `SELECT start_at AS start, end_at AS "end", clean_start AS cleanStart, clean_end AS cleanEnd
     FROM sealed_statement WHERE version_no = ? ORDER BY clean_start`,
    versionNumber(store, caseId, version),
  );
  return rows.map(({ start, end, cleanStart, cleanEnd }) => ({
    start,
    end,
    clean: { start: cleanStart, end: cleanEnd },
  }));
}

/** How many statements of each case are sealed, by the version of its text and its id with a tab between. */
export function sealedCounts(store: Store): Map<string, number> {
  const rows = store.all<{ key: string; statements: number }>(
    `SELECT version || char(9) || id AS key, count(*) AS statements
     FROM sealed_statement JOIN case_version USING (version_no) JOIN project_case USING (case_no) GROUP BY version_no`,
  );
  return new Map(rows.map(({ key, statements }) => [key, statements]));
}

/** How many statements are sealed in case versions. */
export function countSealedStatements(
  store: Store,
  versions: readonly { readonly caseId: string; readonly version: string }[],
): number {
  const counts = sealedCounts(store);
  return versions.reduce((sum, { caseId, version }) => sum + (counts.get(`${version}\t${caseId}`) ?? 0), 0);
}

/** Writes the sealed statements of a case, all in its current version, in the place of those it had. */
export function replaceSealedStatements(
  store: Store,
  caseId: string,
  version: string,
  statements: readonly SealedStatement[],
): void {
  store.run(
    `DELETE FROM sealed_statement WHERE version_no IN (
       SELECT version_no FROM case_version JOIN project_case USING (case_no) WHERE id = ?)`,
    caseId,
  );
  const versionNo = versionNumber(store, caseId, version);
  for (const { start, end, clean } of statements) {
    store.run(
      'INSERT INTO sealed_statement VALUES (?, ?, ?, ?, ?)',
      versionNo,
      start,
      end,
      clean.start,
      clean.end,
    );
  }
}

/** The places in its clean text of the statements of a case that are sealed, as its terms keep them; null for none. */
export function sealedPlaces(store: Store, versionNo: number | null): string | null {
  const row = store.get<{ places: string | null }>(
    `SELECT nullif(json_group_array(json_array(clean_start, clean_end)), '[]') AS places
     FROM (SELECT * FROM sealed_statement WHERE version_no = ? ORDER BY clean_start)`,
    versionNo,
  );
  return row?.places ?? null;
}
