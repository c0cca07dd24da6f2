import type { CaseTerm } from '../model/candidate.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';
import { wordNumber } from './word-table.js';

/** The terms of one case, in code point order. */
export interface TermsOfCase {
  readonly caseId: string;
  readonly version: string;
  /** The mining run whose statistics they were found under. */
  readonly statisticsRunId: string;
  readonly terms: readonly CaseTerm[];
}

type MinedCase = Omit<TermsOfCase, 'terms'> & { readonly caseNo: number };
type TermRow = Omit<CaseTerm, 'caseId' | 'isNew'> & { readonly isNew: number };

/** Saves the terms of a case version, in the place of all earlier terms of the case. */
export function saveTerms(
  store: Store,
  caseId: string,
  version: string,
  statisticsRunId: string,
  terms: readonly CaseTerm[],
): void {
  store.transaction(() => {
    const versionNo = versionNumber(store, caseId, version);
    const caseNo = store.get<{ case_no: number }>('SELECT case_no FROM project_case WHERE id = ?', caseId);
    const number = caseNo?.case_no ?? null;
    store.run('DELETE FROM term WHERE case_no = ?', number);
    store.run('INSERT OR REPLACE INTO mined_case VALUES (?, ?, ?)', number, versionNo, statisticsRunId);
    for (const term of terms) {
      store.run(
        'INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)',
        number,
        wordNumber(store, term.word),
        term.pos,
        term.frequency,
        Number(term.isNew),
        term.begins,
        term.ends,
      );
    }
  });
}

/** Takes away what was mined of a case, so that the next mining takes it up anew. */
export function forgetTerms(store: Store, caseId: string): void {
  const ofCase = 'WHERE case_no = (SELECT case_no FROM project_case WHERE id = ?)';
  store.run(`DELETE FROM term ${ofCase}`, caseId);
  store.run(`DELETE FROM mined_case ${ofCase}`, caseId);
}

/**
 * The terms of every case whose current version was mined, or of those that are wanted, one case at a time in code
 * point order of the ids.
 */
export function* readTerms(
  store: Store,
  isWanted: (caseId: string) => boolean = () => true,
): IterableIterator<TermsOfCase> {
  const mined = store.all<MinedCase>(
    `SELECT mined_case.case_no AS caseNo, id AS caseId, version, run_id AS statisticsRunId
     FROM mined_case JOIN project_case USING (case_no) JOIN case_version USING (version_no)
     WHERE is_current = 1 ORDER BY id`,
  );
  for (const { caseNo, ...one } of mined) {
    if (!isWanted(one.caseId)) continue;
    const rows = store.all<TermRow>(
      `SELECT word, pos, frequency, begins, ends, is_new AS isNew
       FROM term JOIN word USING (word_no) WHERE case_no = ? ORDER BY word, pos`,
      caseNo,
    );
    yield { ...one, terms: rows.map((row) => ({ ...row, caseId: one.caseId, isNew: row.isNew === 1 })) };
  }
}

/** The screened keywords among the terms of each case whose current version was mined, in no order. */
export function keywordsAmongTerms(store: Store): { readonly caseId: string; readonly word: string }[] {
  return store.all(
    `SELECT DISTINCT id AS caseId, word
     FROM mined_case JOIN project_case USING (case_no) JOIN case_version USING (version_no)
     JOIN term ON term.case_no = mined_case.case_no JOIN word USING (word_no)
     WHERE is_current = 1 AND word_no IN (SELECT word_no FROM word JOIN keyword USING (word))`,
  );
}

/** Numbers of different words among the terms of a case, not more than a limit. */
export function wordNumbersOf(store: Store, caseId: string, limit: number): number[] {
  return store
    .all<{ word_no: number }>(
      `SELECT DISTINCT word_no FROM term
       WHERE case_no = (SELECT case_no FROM project_case WHERE id = ?) LIMIT ?`,
      caseId,
      limit,
    )
    .map((row) => row.word_no);
}

/** The ids of the cases whose current version is not mined, in code point order. */
export function casesNotMined(store: Store): string[] {
  const rows = store.all<{ id: string }>(
    `SELECT id FROM case_version JOIN project_case USING (case_no)
     LEFT JOIN mined_case USING (version_no) WHERE is_current = 1 AND mined_case.version_no IS NULL ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}

/** The current case versions not yet mined under a statistics run, in code point order of the ids. */
export function casesWithoutTerms(
  store: Store,
  statisticsRunId: string,
): { readonly caseId: string; readonly version: string }[] {
  return store.all(
    `SELECT id AS caseId, version
     FROM case_version JOIN project_case USING (case_no)
     LEFT JOIN mined_case ON mined_case.version_no = case_version.version_no AND run_id = ?
     WHERE is_current = 1 AND mined_case.case_no IS NULL ORDER BY id`,
    statisticsRunId,
  );
}
