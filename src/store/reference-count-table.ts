import type { CodedPassage, Status } from '../model/coded-passage.js';
import type { ReferenceCount } from '../model/reference-count.js';
import type { Store } from './store.js';

/** How many references of a code the current version of a case that counts has. */
export interface CountedPassages extends ReferenceCount, Pick<CodedPassage, 'polarity'> {}

/** What is counted: the coding under a codebook, all of it or what people confirmed. */
export interface CountFilter {
  readonly codebookId: string;
  readonly status?: Extract<Status, 'confirmed'> | undefined;
}

/** Counts the references under a codebook again, after its assignments changed as a whole. */
export function recountReferences(store: Store, codebookId: string): void {
  store.run('DELETE FROM reference_count WHERE codebook_id = ?', codebookId);
  store.run(insertCounts(), codebookId);
}

/** Counts the references of some codes in one case version again. */
export function recountReferencesOf(
  store: Store,
  codebookId: string,
  versionNo: number | null,
  codeIds: Iterable<string>,
): void {
  const codes = JSON.stringify([...codeIds]);
  const ofCodes = 'version_no = ? AND code_id IN (SELECT value FROM json_each(?))';
  store.run(`DELETE FROM reference_count WHERE codebook_id = ? AND ${ofCodes}`, codebookId, versionNo, codes);
  store.run(insertCounts(ofCodes), codebookId, versionNo, codes);
}

function insertCounts(where = 'TRUE'): string {
  return `INSERT INTO reference_count
    SELECT codebook_id, version_no, code_id, polarity, count(DISTINCT start_at << 32 | end_at),
      count(DISTINCT CASE WHEN status = 'confirmed' THEN start_at << 32 | end_at END)
    FROM assignment WHERE codebook_id = ? AND ${where} AND origin <> 'keyword' AND status <> 'rejected'
    GROUP BY codebook_id, version_no, code_id, polarity`;
}

/** How many passages support codes in the cases that count, by case and code. */
export function readReferenceCounts(store: Store, { codebookId, status }: CountFilter): CountedPassages[] {
  const passages = status ?? 'passages';
  // A row a case: most of the time went into a row a code.
  const rows = store.all<{ caseId: string; counts: string }>(
    `SELECT id AS caseId, json_group_object(code_id, ${passages}) AS counts
     FROM reference_count JOIN counted_version USING (version_no) JOIN project_case USING (case_no)
     WHERE codebook_id = ? AND polarity = 'supports' AND ${passages} > 0 GROUP BY version_no`,
    codebookId,
  );
  return rows.flatMap(({ caseId, counts }) =>
    Object.entries<number>(JSON.parse(counts)).map(([codeId, references]) => ({
      caseId,
      codeId,
      polarity: 'supports' as const,
      references,
    })),
  );
}

/** How many references the cases that count have together, for or against codes; `without` leaves out some cases. */
export function sumReferences(
  store: Store,
  codebookId: string,
  { batch, without }: { readonly batch?: string | undefined; readonly without: readonly string[] },
): number {
  const row = store.get<{ passages: number }>(
    `SELECT coalesce(sum(passages), 0) AS passages
     FROM reference_count WHERE codebook_id = ? AND version_no IN (
       SELECT version_no FROM counted_version JOIN project_case USING (case_no)
       WHERE batch = coalesce(?, batch) AND id NOT IN (SELECT value FROM json_each(?)))`,
    codebookId,
    batch ?? null,
    JSON.stringify(without),
  );
  return row?.passages ?? 0;
}
