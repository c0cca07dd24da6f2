import type { CodedPassage, Origin, Status } from '../model/coded-passage.js';
import type { PlacedCount } from '../model/reference-count.js';
import type { Span } from '../model/span.js';
import { groupBy } from '../text/group-by.js';
import { type CountFilter, recountReferences, recountReferencesOf } from './reference-count-table.js';
import {
  addDifference,
  type Cells,
  type RowDifference,
  readCells,
  writeDifference,
} from './row-difference.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

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

/** The columns of the primary key. */
const KEYS = [
  'codebook_id',
  'version_no',
  'start_at',
  'end_at',
  'code_id',
  'polarity',
  'triggers',
  'origin',
  'coder',
] as const;

/** Adds to a difference what makes of the proposals of some codes in one case version others. */
export function compareProposals(
  store: Store,
  difference: RowDifference,
  codebookId: string,
  { caseId, version }: CaseVersion,
  codeIds: Iterable<string>,
  proposals: readonly CodedPassage[],
): void {
  const stored = readCells(
    store,
    `SELECT * FROM assignment WHERE codebook_id = ? AND version_no = ? AND origin = 'rule'
       AND code_id IN (SELECT value FROM json_each(?))`,
    codebookId,
    versionNumber(store, caseId, version),
    JSON.stringify([...codeIds]),
  );
  addDifference(difference, KEYS.length, stored, proposals.map(cellsIn(store, 'rule')));
}

/** Adds to a difference what makes of the evidence of one keyword in one case version another. */
export function compareKeywordEvidence(
  store: Store,
  difference: RowDifference,
  codebookId: string,
  { caseId, version }: CaseVersion,
  word: string,
  evidence: readonly CodedPassage[],
): void {
  const stored = readCells(
    store,
    `SELECT * FROM assignment WHERE codebook_id = ? AND version_no = ? AND origin = 'keyword' AND triggers = ?`,
    codebookId,
    versionNumber(store, caseId, version),
    triggersOf({ keywords: [word], rules: [] }),
  );
  addDifference(difference, KEYS.length, stored, evidence.map(cellsIn(store, 'keyword')));
}

/** Writes assignments that differ, and counts the references again of the codes and case versions that they are of. */
export function changeAssignments(store: Store, difference: RowDifference): void {
  writeDifference(store, 'assignment', KEYS, difference);
  const counted = [...difference.removed, ...difference.added].filter((row) => row[ORIGIN] !== 'keyword');
  const ofVersion = groupBy(counted, ([codebookId, versionNo]) => JSON.stringify([codebookId, versionNo]));
  for (const [key, rows] of ofVersion) {
    const [codebookId, versionNo] = JSON.parse(key) as [string, number];
    recountReferencesOf(store, codebookId, versionNo, new Set(rows.map((row) => String(row[CODE]))));
  }
}

const ORIGIN = KEYS.indexOf('origin');
const CODE = KEYS.indexOf('code_id');

function addCodedPassage(store: Store, origin: Origin, one: CodedPassage): void {
  const cells = cellsIn(store, origin)(one);
  store.run(
    `INSERT INTO assignment VALUES (${cells.map(() => '?').join()}) ON CONFLICT DO NOTHING`,
    ...cells,
  );
}

function cellsIn(store: Store, origin: Origin): (one: CodedPassage) => Cells {
  return (one) => [
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
    one.cleanQuote === one.quote ? null : one.cleanQuote,
    one.status,
    one.decisionId,
  ];
}

function triggersOf({ keywords, rules }: Triggers): string {
  return JSON.stringify({ keywords, rules });
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
type CaseVersion = Pick<CodedPassage, 'caseId' | 'version'>;
