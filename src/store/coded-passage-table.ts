import type { CodedPassage, Origin, Status } from '../model/coded-passage.js';
import type { PlacedCount } from '../model/reference-count.js';
import { type CountFilter, recountReferences, recountReferencesOf } from './reference-count-table.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/** Which assignments to read; what is left out does not limit. */
export interface PassageFilter {
  readonly codebookId: string;
  readonly coder?: string | undefined;
  readonly batch?: string | undefined;
  readonly status?: Status | undefined;
  readonly caseIds?: readonly string[] | undefined;
}

/**
 * Saves the assignments of one origin under a codebook, in the place of its earlier ones. The same evidence
 * given twice is kept once, as when two passages of an old text have become one.
 */
export function replaceCodedPassages(
  store: Store,
  codebookId: string,
  origin: Origin,
  assignments: readonly CodedPassage[],
): void {
  store.transaction(() => {
    store.run('DELETE FROM assignment WHERE codebook_id = ? AND origin = ?', codebookId, origin);
    for (const one of assignments) addCodedPassage(store, origin, one);
    if (origin !== 'keyword') recountReferences(store, codebookId);
  });
}

/** Saves where terms and rules propose some codes in one case version, in the place of where they proposed them there. */
export function replaceProposals(
  store: Store,
  codebookId: string,
  { caseId, version }: Pick<CodedPassage, 'caseId' | 'version'>,
  codeIds: Iterable<string>,
  proposals: readonly CodedPassage[],
): void {
  const versionNo = versionNumber(store, caseId, version);
  const codes = [...codeIds];
  store.run(
    `DELETE FROM assignment WHERE codebook_id = ? AND version_no = ? AND origin = 'rule'
       AND code_id IN (SELECT value FROM json_each(?))`,
    codebookId,
    versionNo,
    JSON.stringify(codes),
  );
  for (const one of proposals) addCodedPassage(store, 'rule', one);
  recountReferencesOf(store, codebookId, versionNo, codes);
}

/** Saves the evidence of one keyword in one case version under a codebook, in the place of what it had. */
export function replaceKeywordEvidence(
  store: Store,
  codebookId: string,
  { caseId, version }: Pick<CodedPassage, 'caseId' | 'version'>,
  word: string,
  evidence: readonly CodedPassage[],
): void {
  store.run(
    `DELETE FROM assignment WHERE codebook_id = ? AND version_no = ? AND origin = 'keyword' AND triggers = ?`,
    codebookId,
    versionNumber(store, caseId, version),
    triggersOf({ keywords: [word], rules: [] }),
  );
  for (const one of evidence) addCodedPassage(store, 'keyword', one);
}

function addCodedPassage(store: Store, origin: Origin, one: CodedPassage): void {
  store.run(
    `INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ?), ?, ?)
     ON CONFLICT DO NOTHING`,
    one.codebookId,
    versionNumber(store, one.caseId, one.version),
    one.start,
    one.end,
    one.codeId,
    one.polarity,
    triggersOf(one),
    origin,
    one.coder,
    one.quote,
    one.cleanQuote,
    one.quote,
    one.status,
    one.decisionId,
  );
}

function triggersOf({ keywords, rules }: Triggers): string {
  return JSON.stringify({ keywords, rules });
}

/** The versions of some cases, by which their assignments are found. */
const VERSIONS_OF = `SELECT version_no FROM json_each(?) JOIN project_case AS given ON given.id = value
  JOIN case_version AS one ON one.case_no = given.case_no`;

/** Assignments ordered by case, start, end, code and triggers; those to older case versions are among them. */
export function readStoredPassages(store: Store, filter: PassageFilter): CodedPassage[] {
  const { codebookId, coder = null, batch = null, status = null, caseIds } = filter;
  const rows = store.all<Omit<CodedPassage, 'keywords' | 'rules'> & { readonly triggers: string }>(
    `SELECT project_case.id AS caseId, version, codebook_id AS codebookId, code_id AS codeId, polarity, triggers,
       start_at AS start, end_at AS "end", quote, coalesce(clean_quote, quote) AS cleanQuote, origin, coder,
       status, decision_id AS decisionId
     FROM assignment JOIN case_version USING (version_no) JOIN project_case USING (case_no)
     WHERE codebook_id = ? AND coder = coalesce(?, coder) AND batch = coalesce(?, batch)
       AND status = coalesce(?, status) AND ${caseIds ? `version_no IN (${VERSIONS_OF})` : '? IS NULL'}
     ORDER BY project_case.id, start_at, end_at, code_id, polarity, triggers, origin, coder, version`,
    codebookId,
    coder,
    batch,
    status,
    caseIds ? JSON.stringify(caseIds) : null,
  );
  return rows.map(({ triggers, ...row }) => ({ ...row, ...(JSON.parse(triggers) as Triggers) }));
}

/** How often codes stand in the current version of a case that counts, counted without reading a quote. */
export interface PlacedPassages extends PlacedCount, Pick<CodedPassage, 'polarity'> {}

/**
 * Counts the assignments under a codebook by case, code and polarity: the passages of its references, each once, and
 * whether any assignment stands in the opening.
 * @param opening code points of a case that are its opening
 */
export function countStoredPassages(
  store: Store,
  { codebookId, status }: CountFilter,
  opening: number,
): PlacedPassages[] {
  const rows = store.all<Omit<PlacedPassages, 'isInOpening'> & { readonly isInOpening: number }>(
    `SELECT id AS caseId, code_id AS codeId, polarity, sum(passages) AS "references", max(opens) AS isInOpening FROM
       (SELECT version_no, code_id, polarity, ${status ?? 'passages'} AS passages, 0 AS opens
        FROM reference_count WHERE codebook_id = ?
        UNION ALL
        SELECT DISTINCT version_no, code_id, polarity, 0, 1
        FROM counted_version CROSS JOIN assignment USING (version_no)
        WHERE codebook_id = ? AND start_at < ? AND status = coalesce(?, status) AND status <> 'rejected')
       JOIN counted_version USING (version_no) JOIN project_case USING (case_no)
     GROUP BY version_no, code_id, polarity`,
    codebookId,
    codebookId,
    opening,
    status ?? null,
  );
  return rows.map((row) => ({ ...row, isInOpening: row.isInOpening === 1 }));
}

type Triggers = Pick<CodedPassage, 'keywords' | 'rules'>;
