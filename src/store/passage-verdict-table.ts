import type { PassageJudgement, PassageVerdict } from '../model/decisions/passage-verdict.js';
import type { PassageTarget } from '../model/decisions/target.js';
import type { Span } from '../model/span.js';
import type { Cell, Store } from './store.js';
import { versionNumber } from './version-number.js';

const TARGET =
  'codebook_id = ? AND version_no = ? AND start_at = ? AND end_at = ? AND code_id = ? AND polarity = ?';

const SELECT = `SELECT codebook_id AS codebookId, code_id AS codeId, polarity, project_case.id AS caseId, version,
    now_start AS start, now_end AS "end", time, verdict
  FROM passage_verdict JOIN case_version ON case_version.version_no = now_version JOIN project_case USING (case_no)`;

const keyOf = (store: Store, { codebookId, caseId, version, start, end, codeId, polarity }: PassageTarget) =>
  [codebookId, versionNumber(store, caseId, version), start, end, codeId, polarity] as const;

/** The verdict of a coder in force on a passage. */
export function readPassageVerdict(
  store: Store,
  target: PassageTarget,
  coder: string,
): PassageVerdict | null {
  const row = store.get<{ verdict: string }>(
    `SELECT verdict FROM passage_verdict WHERE ${TARGET} AND coder = ?`,
    ...keyOf(store, target),
    coder,
  );
  return row === undefined ? null : (JSON.parse(row.verdict) as PassageVerdict);
}

/** Puts a coder's verdict on a passage in force; null leaves it unjudged. Only the decision log calls this. */
export function putPassageVerdict(
  store: Store,
  target: PassageTarget,
  { coder, time }: { readonly coder: string; readonly time: string },
  verdict: PassageVerdict | null,
): void {
  const key = keyOf(store, target);
  const [codebook, version, start, end, code, polarity] = key;
  if (verdict === null) {
    store.run(`DELETE FROM passage_verdict WHERE ${TARGET} AND coder = ?`, ...key, coder);
    return;
  }
  store.run(
    `INSERT INTO passage_verdict VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET verdict = excluded.verdict, time = excluded.time`,
    codebook,
    code,
    polarity,
    version,
    start,
    end,
    coder,
    JSON.stringify(verdict),
    time,
    version,
    start,
    end,
  );
}

/**
 * What coders said about the passages of a codebook (in some cases, whichever version of them they lie in), where they lie
 * now, in the order of the cases and places.
 */
export function readPassageJudgements(
  store: Store,
  codebookId: string,
  caseIds?: readonly string[],
): PassageJudgement[] {
  if (caseIds === undefined) return readRows(store, 'codebook_id = ?', codebookId);
  return readRows(
    store,
    `codebook_id = ? AND now_version IN
       (SELECT one.version_no FROM json_each(?) JOIN project_case AS given ON given.id = value
          JOIN case_version AS one ON one.case_no = given.case_no)`,
    codebookId,
    JSON.stringify(caseIds),
  );
}

/** How much a coder judged under a codebook: all passages, those of them that they coded themself, and their cases. */
export interface CountedJudgements {
  readonly coder: string;
  readonly judged: number;
  readonly coded: number;
  readonly cases: number;
}

/** Counts what each coder judged under a codebook. */
export function countJudgements(store: Store, codebookId: string): CountedJudgements[] {
  return store.all(
    `SELECT coder, count(*) AS judged, sum(verdict ->> 'says' = 'code') AS coded, count(DISTINCT case_no) AS cases
     FROM passage_verdict JOIN case_version ON case_version.version_no = now_version
     WHERE codebook_id = ? GROUP BY coder`,
    codebookId,
  );
}

/** The cases in which coders judged passages under a codebook, in code point order. */
export function judgedCases(store: Store, codebookId: string): string[] {
  return store
    .all<{ id: string }>(
      `SELECT id FROM project_case WHERE case_no IN
         (SELECT case_no FROM passage_verdict JOIN case_version ON case_version.version_no = now_version
          WHERE codebook_id = ?) ORDER BY id`,
      codebookId,
    )
    .map(({ id }) => id);
}

/** The same of the passages that lie in one version of a case, or of those at exactly one place of it. */
export function readJudgementsOfCase(
  store: Store,
  codebookId: string,
  caseId: string,
  version: string,
  span?: Span | undefined,
): PassageJudgement[] {
  const place = span ? [span.start, span.end] : [];
  return readRows(
    store,
    `codebook_id = ? AND now_version = ? ${span ? 'AND now_start = ? AND now_end = ?' : ''}`,
    codebookId,
    versionNumber(store, caseId, version),
    ...place,
  );
}

/** The cases in which a coder coded passages themself, in code point order. */
export function casesCodedBy(store: Store, codebookId: string, coder: string): Set<string> {
  const rows = store.all<{ id: string }>(
    `SELECT DISTINCT id FROM passage_verdict JOIN case_version ON case_version.version_no = now_version
       JOIN project_case USING (case_no)
     WHERE codebook_id = ? AND coder = ? AND verdict ->> 'says' = 'code' ORDER BY id`,
    codebookId,
    coder,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Finds the target under which a coder judged the passage that lies at a place now. */
export function targetAtPlace(
  store: Store,
  { codebookId, caseId, version, start, end, codeId, polarity }: PassageTarget,
  coder: string,
): PassageTarget | undefined {
  const row = store.get<{ version: string; start: number; end: number }>(
    `SELECT version, start_at AS start, end_at AS "end" FROM passage_verdict JOIN case_version USING (version_no)
     WHERE codebook_id = ? AND now_version = ? AND now_start = ? AND now_end = ? AND code_id = ? AND polarity = ?
       AND coder = ?`,
    codebookId,
    versionNumber(store, caseId, version),
    start,
    end,
    codeId,
    polarity,
    coder,
  );
  return row && { type: 'passage', codebookId, caseId, codeId, polarity, ...row };
}

/** Moves the passages at one place to another in a later version of the case. */
export function movePassages(
  store: Store,
  from: { readonly caseId: string; readonly version: string } & Span,
  to: { readonly version: string } & Span,
): void {
  store.run(
    `UPDATE passage_verdict SET now_version = ?, now_start = ?, now_end = ?
     WHERE now_version = ? AND now_start = ? AND now_end = ?`,
    versionNumber(store, from.caseId, to.version),
    to.start,
    to.end,
    versionNumber(store, from.caseId, from.version),
    from.start,
    from.end,
  );
}

function readRows(store: Store, which: string, ...cells: readonly Cell[]): PassageJudgement[] {
  return store
    .all<Omit<PassageJudgement, 'verdict'> & { verdict: string }>(
      `${SELECT} WHERE ${which} ORDER BY project_case.id, now_start, now_end, code_id, polarity, coder`,
      ...cells,
    )
    .map((row) => ({ ...row, verdict: JSON.parse(row.verdict) as PassageVerdict }));
}
