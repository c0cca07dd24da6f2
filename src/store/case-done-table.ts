import type { CaseStanding } from '../model/decisions/case-standing.js';
import type { DoneTarget } from '../model/decisions/target.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/** A coder who is done with the current version of a case under a codebook, and who checked their coding. */
export interface DoneWithCase extends Pick<DoneTarget, 'codebookId' | 'caseId' | 'version'> {
  readonly coder: string;
  readonly checkedBy: readonly string[];
}

const KEY = 'codebook_id = ? AND version_no = ? AND coding_of = ? AND coder = ?';

const keyOf = (store: Store, { codebookId, caseId, version, codingOf }: DoneTarget, coder: string) =>
  [codebookId, versionNumber(store, caseId, version), codingOf, coder] as const;

/** Whether a coder is done with a case, or checked the coding of another. */
export function readDone(store: Store, target: DoneTarget, coder: string): CaseStanding | null {
  const row = store.get<{ reason: string }>(
    `SELECT reason FROM case_done WHERE ${KEY}`,
    ...keyOf(store, target, coder),
  );
  if (!row) return null;
  return { standing: target.codingOf === coder ? 'done' : 'checked', coder, reason: row.reason };
}

/** Puts in force whether a coder is done with a case or checked it. Only the decision log calls this. */
export function putDone(store: Store, target: DoneTarget, coder: string, now: CaseStanding | null): void {
  const key = keyOf(store, target, coder);
  if (now === null) store.run(`DELETE FROM case_done WHERE ${KEY}`, ...key);
  else store.run('INSERT OR REPLACE INTO case_done VALUES (?, ?, ?, ?, ?)', ...key, now.reason);
}

/**
 * Who is done with the current versions of which cases (or of some, under a codebook), in code point order of case, codebook and
 * coder.
 */
export function readAllDone(
  store: Store,
  some?: { readonly codebookId: string; readonly caseIds: readonly string[] },
): DoneWithCase[] {
  const rows = store.all<Omit<DoneWithCase, 'checkedBy'> & { readonly checkedBy: string }>(
    `SELECT own.codebook_id AS codebookId, id AS caseId, version, own.coder,
       (SELECT json_group_array(coder) FROM (
          SELECT coder FROM case_done AS other WHERE other.codebook_id = own.codebook_id
            AND other.version_no = own.version_no AND coding_of = own.coder AND coder <> own.coder
          ORDER BY coder)) AS checkedBy
     FROM case_done AS own JOIN case_version USING (version_no) JOIN project_case USING (case_no)
     WHERE is_current = 1 AND own.coding_of = own.coder
       ${some ? 'AND own.codebook_id = ? AND id IN (SELECT value FROM json_each(?))' : ''}
     ORDER BY id, own.codebook_id, own.coder`,
    ...(some ? [some.codebookId, JSON.stringify(some.caseIds)] : []),
  );
  return rows.map((row) => ({ ...row, checkedBy: JSON.parse(row.checkedBy) as string[] }));
}
