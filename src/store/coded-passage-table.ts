import type { CodedPassage, Origin, Status } from '../model/coded-passage.js';
import type { PlacedCount } from '../model/reference-count.js';
import type { Span } from '../model/span.js';
import { assignmentCells } from './assignment-cells.js';
import { type CountFilter, recountReferences } from './reference-count-table.js';
import type { Store } from './store.js';

/** Which assignments to read; what is left out does not limit. */
export interface PassageFilter {
  readonly codebookId: string;
  readonly coder?: string | undefined;
  readonly batch?: string | undefined;
  readonly status?: Status | undefined;
  readonly caseIds?: readonly string[] | undefined;
  /** Those of exactly this place. */
  readonly span?: Span | undefined;
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

function addCodedPassage(store: Store, origin: Origin, one: CodedPassage): void {
  const cells = assignmentCells(store, origin)(one);
  store.run(
    `INSERT INTO assignment VALUES (${cells.map(() => '?').join()}) ON CONFLICT DO NOTHING`,
    ...cells,
  );
}

/** The versions of some cases, by which their assignments are found. */
const VERSIONS_OF = `SELECT version_no FROM json_each(?) JOIN project_case AS given ON given.id = value
  JOIN case_version AS one ON one.case_no = given.case_no`;

/** Assignments ordered by case, start, end, code and triggers; those to older case versions are among them. */
export function readStoredPassages(store: Store, filter: PassageFilter): CodedPassage[] {
  const { codebookId, coder = null, batch = null, status = null, caseIds, span } = filter;
  // Of what all rows repeat one string is kept: a table of evidence would be half made of it.
  const kept = new Map<unknown, unknown>();
  const keep = <T>(value: T): T => {
    if (!kept.has(value)) kept.set(value, value);
    return kept.get(value) as T;
  };
  const triggersIn = new Map<unknown, Triggers>();
  const readTriggers = (text: unknown): Triggers => {
    const known = triggersIn.get(text) ?? (JSON.parse(String(text)) as Triggers);
    triggersIn.set(text, known);
    return known;
  };
  const rows = store.cells(
    `SELECT project_case.id, version, code_id, polarity, triggers, start_at, end_at, quote, clean_quote, origin, coder,
       status, decision_id
     FROM assignment JOIN case_version USING (version_no) JOIN project_case USING (case_no)
     WHERE codebook_id = ? AND coder = coalesce(?, coder) AND batch = coalesce(?, batch)
       AND status = coalesce(?, status) AND ${caseIds ? `version_no IN (${VERSIONS_OF})` : '? IS NULL'}
       ${span ? 'AND start_at = ? AND end_at = ?' : ''}
     ORDER BY project_case.id, start_at, end_at, code_id, polarity, triggers, origin, coder, version`,
    codebookId,
    coder,
    batch,
    status,
    caseIds ? JSON.stringify(caseIds) : null,
    ...(span ? [span.start, span.end] : []),
  ) as IterableIterator<StoredCells>;
  const passages: CodedPassage[] = [];
  for (const [caseId, version, codeId, polarity, triggers, start, end, quote, clean, ...rest] of rows) {
    const [origin, by, standing, decisionId] = rest;
    const { keywords, rules } = readTriggers(triggers);
    passages.push({
      caseId: keep(caseId),
      version: keep(version),
      codebookId,
      codeId: keep(codeId),
      polarity: keep(polarity),
      keywords,
      rules,
      start,
      end,
      quote,
      cleanQuote: clean ?? quote,
      origin: keep(origin),
      coder: keep(by),
      status: keep(standing),
      decisionId,
    });
  }
  return passages;
}

/** The cells of an assignment as they are read. */
type StoredCells = [
  caseId: string,
  version: string,
  codeId: string,
  polarity: CodedPassage['polarity'],
  triggers: string,
  start: number,
  end: number,
  quote: string,
  cleanQuote: string | null,
  origin: Origin,
  coder: string,
  status: Status,
  decisionId: string | null,
];

/** Where the assignments under a codebook lie in some cases, without reading a quote. */
export function readStoredPlaces(
  store: Store,
  codebookId: string,
  caseIds: readonly string[],
): Pick<CodedPassage, 'caseId' | 'version' | 'codeId' | 'polarity' | 'start' | 'end'>[] {
  return store.all(
    `SELECT project_case.id AS caseId, version, code_id AS codeId, polarity, start_at AS start, end_at AS "end"
     FROM assignment JOIN case_version USING (version_no) JOIN project_case USING (case_no)
     WHERE codebook_id = ? AND version_no IN (${VERSIONS_OF})`,
    codebookId,
    JSON.stringify(caseIds),
  );
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
