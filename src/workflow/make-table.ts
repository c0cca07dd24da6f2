import { UserError } from '../errors.js';
import { MACHINE_CODER, type Status } from '../model/assignment.js';
import type { CaseKeyword } from '../model/case-keyword.js';
import type { Framework } from '../model/framework.js';
import type { Run } from '../model/run.js';
import type { TableName } from '../model/table-name.js';
import {
  codingRowSchema,
  evidenceRowSchema,
  frequencyRowSchema,
  keywordRowSchema,
  matrixRowSchema,
  pillarRowSchema,
  rawRowSchema,
} from '../model/table-rows.js';
import type { TableSource } from '../model/table-source.js';
import { rankPillars } from '../stages/tabulate/rank-pillars.js';
import { tabulateCoding } from '../stages/tabulate/tabulate-coding.js';
import { tabulateEvidence } from '../stages/tabulate/tabulate-evidence.js';
import { tabulateFrequencies } from '../stages/tabulate/tabulate-frequencies.js';
import { tabulateMatrix } from '../stages/tabulate/tabulate-matrix.js';
import { tabulateRaw } from '../stages/tabulate/tabulate-raw.js';
import { readAssignments } from '../store/assignment-table.js';
import { caseIds, currentVersions } from '../store/case-table.js';
import { codebooksInUse } from '../store/codebook-table.js';
import { readMappings } from '../store/mapping-table.js';
import { readRuns } from '../store/run-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { readTokenCounts } from '../store/token-count-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import { appliedCodebook, NO_CODEBOOK } from './applied-codebook.js';
import { BY_CASE, groupCases } from './group-cases.js';
import { rankCandidates, statisticsInForce } from './rank-candidates.js';
import { requireBatch } from './require-batch.js';
import { placedKeywords } from './screen-keywords.js';

/** Which table, over what. */
export interface TableRequest {
  readonly name: TableName;
  /** Attribute, `case`, or left out: keywords as mined, pillars over all cases. */
  readonly by?: string | undefined;
  readonly codebook?: string | undefined;
  readonly coder?: string | undefined;
  readonly batch?: string | undefined;
  readonly status?: 'all' | 'confirmed' | undefined;
  readonly weight?: 'zhagen' | 'tfidf' | undefined;
}

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A table: its rows as the schemas in `model/table-rows.ts` have them, and what it was made from. */
export interface Table {
  readonly name: TableName;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly source: TableSource;
}

const columnsOf: Readonly<Record<TableName, readonly string[]>> = {
  keywords: Object.keys(keywordRowSchema.unwrap().shape),
  raw: Object.keys(rawRowSchema.shape),
  frequency: Object.keys(frequencyRowSchema.shape),
  coding: Object.keys(codingRowSchema.shape),
  pillars: Object.keys(pillarRowSchema.shape),
  matrix: Object.keys(matrixRowSchema.shape),
  evidence: Object.keys(evidenceRowSchema.shape),
};

/** The tables that `by` applies to. */
const GROUPED: readonly TableName[] = ['keywords', 'pillars'];

/** Makes one table from what the project holds now. */
export function makeTable(store: Store, request: TableRequest): Table {
  if (request.by !== undefined && !GROUPED.includes(request.name)) {
    throw new UserError('tables/not-grouped', { table: request.name, grouped: GROUPED.join(', ') });
  }
  requireBatch(store, request.batch);
  return request.name === 'keywords' ? keywordTable(store, request) : codedTable(store, request);
}

function keywordTable(store: Store, { name, by: wanted, batch, weight = 'zhagen' }: TableRequest): Table {
  const { runId } = statisticsInForce(store);
  const by = wanted ?? getSetting(store, 'by') ?? BY_CASE;
  const groups = groupCases(store, by, batch);
  const ranked = rankCandidates(store, groups, Number(getSetting(store, 'top')), weight);
  return {
    name,
    columns: columnsOf.keywords,
    rows: [...ranked.values()].flat(),
    source: {
      runId,
      codebook: null,
      by,
      weight,
      cases: [...groups.values()].flat().length,
      confirmed: { count: 0, of: 0, coders: [] },
      filters: { batch, status: 'all' },
    },
  };
}

function codedTable(store: Store, request: TableRequest): Table {
  const { name, by, coder, batch, status = 'all', weight = 'zhagen' } = request;
  const framework = frameworkFor(store, request.codebook);
  const codebookId = framework?.codebook.id ?? '';
  const run = codingRun(store, codebookId);
  if (!run) throw new UserError('tables/not-coded', { table: name, database: store.path });
  const versions = new Map(
    currentVersions(store, batch === undefined ? {} : { batch }).map(({ caseId, version }) => [
      caseId,
      version,
    ]),
  );
  const fromWanted = (row: Filtered) =>
    versions.has(row.caseId) && (coder === undefined || row.coder === coder) && row.status !== 'rejected';
  const wanted = (row: Filtered) => status === 'all' || row.status === status;
  const everyMapping = readMappings(store, codebookId);
  const allMappings = everyMapping.filter(fromWanted);
  const allAssignments = readAssignments(store, { codebookId }).filter(
    (row) => fromWanted(row) && versions.get(row.caseId) === row.version,
  );
  const mappings = allMappings.filter(wanted);
  const assignments = allAssignments.filter(wanted);
  const placed = () => {
    const mapped = new Map(everyMapping.map((mapping) => [`${mapping.caseId}\t${mapping.word}`, mapping]));
    return placedKeywords(store).filter((one) => {
      const { kept, word } = one.keyword;
      const row = (kept && mapped.get(`${one.caseId}\t${word}`)) || screeningOf(one);
      return fromWanted(row) && wanted(row);
    });
  };
  const tokens = readTokenCounts(store, codebookId).filter(({ caseId }) => versions.has(caseId));
  const coded = (): Framework => {
    if (!framework) throw new UserError('tables/not-coded', { table: name, database: store.path });
    return framework;
  };
  const rows: Record<Exclude<TableName, 'keywords'>, () => readonly Row[]> = {
    raw: () => tabulateRaw(framework, placed(), mappings),
    frequency: () => tabulateFrequencies(framework, mappings, assignments, tokens),
    coding: () => tabulateCoding(coded(), mappings, assignments),
    pillars: () => rankPillars(coded(), groupCases(store, by ?? null, batch), mappings, assignments),
    matrix: () => tabulateMatrix(coded(), mappings, assignments, tokens),
    evidence: () => tabulateEvidence(coded(), assignments),
  };
  return {
    name,
    columns: columnsOf[name],
    rows: rows[name as Exclude<TableName, 'keywords'>](),
    source: {
      runId: run.id,
      codebook: framework && { id: codebookId || NO_CODEBOOK, version: framework.codebook.version },
      by: name === 'pillars' ? (by ?? null) : null,
      weight,
      cases: caseIds(store, batch === undefined ? {} : { batch }).length,
      confirmed: confirmedOf([
        ...allMappings.filter(({ coreKeyword }) => coreKeyword !== null),
        ...allAssignments.filter(({ origin }) => origin !== 'keyword'),
      ]),
      filters: { coder, batch, status },
    },
  };
}

/** What the filters look at. */
interface Filtered {
  readonly caseId: string;
  readonly coder: string;
  readonly status: Status;
}

/** Who left a keyword out of a case: a person, whose word is final, or the rules. */
function screeningOf({ caseId, keyword: { coder } }: CaseKeyword): Filtered {
  return { caseId, coder: coder ?? MACHINE_CODER, status: coder === null ? 'proposed' : 'confirmed' };
}

/** The latest run that coded under a codebook (empty: under none). */
function codingRun(store: Store, codebookId: string): Run | undefined {
  const content = codebooksInUse(store).find((used) => used.codebookId === codebookId)?.contentHash;
  return readRuns(store).findLast(({ stage, inputs }) => stage === 'code' && inputs['codebook'] === content);
}

function frameworkFor(store: Store, wanted: string | undefined): Framework | null {
  const known = codebooksInUse(store).map(({ codebookId }) => codebookId);
  if (wanted !== undefined && wanted !== NO_CODEBOOK && !known.includes(wanted)) {
    throw new UserError('tables/unknown-codebook', { name: wanted, known: known.join(', ') });
  }
  return appliedCodebook(store, wanted)?.framework ?? null;
}

function confirmedOf(rows: readonly Filtered[]): TableSource['confirmed'] {
  const confirmed = rows.filter(({ status }) => status === 'confirmed');
  return {
    count: confirmed.length,
    of: rows.length,
    coders: [...new Set(confirmed.map((row) => row.coder))].sort(compareByCodePoint),
  };
}
