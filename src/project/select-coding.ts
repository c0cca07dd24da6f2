import { UserError } from '../errors.js';
import type { CaseKeyword } from '../model/case-keyword.js';
import { NO_CODEBOOK } from '../model/codebook.js';
import type { CodedPassage, Polarity, Status } from '../model/coded-passage.js';
import type { Evidence } from '../model/evidence.js';
import type { Framework } from '../model/framework.js';
import type { AssignedKeyword, Mapping } from '../model/mapping.js';
import type { PlacedCount, ReferenceCount } from '../model/reference-count.js';
import type { Run } from '../model/run.js';
import type { TableSource } from '../model/table-source.js';
import type { MeasuredQuotes } from '../stages/tabulate/choose-quotes.js';
import { mergeEvidence } from '../stages/tabulate/merge-evidence.js';
import { currentVersions } from '../store/case-table.js';
import { codebooksInUse } from '../store/codebook-table.js';
import { codingUnder, isCurrent } from '../store/derivation-table.js';
import { countAssignedKeywords, readAssignedKeywords, readMappings } from '../store/mapping-table.js';
import { sumReferences } from '../store/reference-count-table.js';
import { latestCodingRun } from '../store/run-table.js';
import type { Store } from '../store/store.js';
import { compareByCodePoint } from '../text/code-points.js';
import { groupBy } from '../text/group-by.js';
import { pushAll } from '../text/many.js';
import { once } from '../text/once.js';
import { appliedCodebook } from './applied-codebook.js';
import { inParts, readCodedPassages } from './coded-passages.js';
import { consideredKeywords } from './considered-keywords.js';
import { contestedSentences } from './contested-sentences.js';
import { countCoded, supportingReferences } from './count-coded.js';
import { countRegions } from './count-regions.js';
import { requireSameCounted } from './counted-inputs.js';
import { notCoded } from './find-code.js';
import { handKeywords, withHandKeywords } from './hand-coding/hand-keywords.js';
import { placedKeywords } from './placed-keywords.js';
import { measureQuotesOfCodes } from './quotes-of-codes.js';
import type { Confirmable } from './tally-cases.js';

/** The one filter of all tables. */
export interface CodingFilter {
  readonly codebook?: string | undefined;
  readonly batch?: string | undefined;
  readonly status?: 'all' | 'confirmed' | undefined;
}

/** What the filter looks at. */
export interface Filtered {
  readonly caseId: string;
  readonly status: Status;
}

/** Reads evidence in the order of the cases, all of it or the first of so many pieces. */
export type ReadEvidence = (first?: number) => readonly Evidence[];

/** The coding under one codebook (null: none) that passes a filter. */
export interface SelectedCoding {
  readonly run: Run;
  readonly framework: Framework | null;
  readonly caseIds: readonly string[];
  readonly passes: (row: Filtered) => boolean;
  /** Where raw keywords go, also those that go nowhere. */
  readonly mappings: () => readonly Mapping[];
  /** The keywords that were considered in each case, kept or not. */
  readonly considered: () => readonly CaseKeyword[];
  /** The keywords that go to a core keyword, with those of hand coding. */
  readonly assigned: () => readonly AssignedKeyword[];
  /** The keywords that teams named when they coded cases by hand. */
  readonly byHand: () => readonly AssignedKeyword[];
  /** What supports a code, and apart from it what contradicts it; read when it is asked for. */
  readonly evidence: ReadEvidence;
  readonly counterEvidence: ReadEvidence;
  /** Both measured as quotes, by code in the order of the codebook. */
  readonly quotable: () => Readonly<Record<Polarity, ReadonlyMap<string, MeasuredQuotes>>>;
  /** How often codes stand in cases, counted from what supports them. */
  readonly references: () => readonly ReferenceCount[];
  /** The same, with what ranks pillars besides. */
  readonly placedReferences: () => readonly PlacedCount[];
  readonly confirmed: TableSource['confirmed'];
  /** How many of the references are codings of a case as a whole. */
  readonly wholeCases: number;
  /** How many sentences coders differ about. */
  readonly contested: number;
  readonly regions: TableSource['regions'];
}

/** Reads the coding that a filter lets through; fails when the project is not coded under the codebook. */
export function selectCoding(store: Store, table: string, filter: CodingFilter): SelectedCoding {
  const { batch, status = 'all' } = filter;
  const framework = frameworkFor(store, filter.codebook);
  const codebookId = framework?.codebook.id ?? '';
  const run = codingInForce(store, codebookId);
  if (!run) throw notCoded(store, filter.codebook, table);
  const current = currentVersions(store, { batch });
  const versions = new Map(current.map(({ caseId, version }) => [caseId, version]));
  const isInScope = (row: Filtered) => versions.has(row.caseId) && row.status !== 'rejected';
  const hasStatus = (row: Filtered) => status === 'all' || row.status === status;
  const passes = (row: Filtered) => isInScope(row) && hasStatus(row);
  const allMappings = once(() => readMappings(store, codebookId));
  const select = (assignments: readonly CodedPassage[]) =>
    assignments.filter((row) => isInScope(row) && versions.get(row.caseId) === row.version);
  const caseIds = current.map(({ caseId }) => caseId);
  const readCases = (ids: readonly string[]) => {
    const merged = mergeEvidence(select(readCodedPassages(store, codebookId, ids)).filter(hasStatus));
    const byCase = groupBy(merged, ({ caseId }) => caseId);
    return ids.flatMap((id) => byCase.get(id) ?? []);
  };
  const readAll = once(() => groupBy(inParts(caseIds, readCases), ({ polarity }) => polarity));
  const evidenceOf =
    (wanted: Polarity): ReadEvidence =>
    (first) =>
      first === undefined
        ? (readAll().get(wanted) ?? [])
        : readFirst(caseIds, first, (ids) => readCases(ids).filter(({ polarity }) => polarity === wanted));
  const [evidence, counterEvidence] = [evidenceOf('supports'), evidenceOf('contradicts')];
  const { judged, count, countPlaced } = countCoded(store, codebookId);
  const tallies = [...judged].flatMap(([caseId, tally]) => (versions.has(caseId) ? tally : []));
  const tallied = tallies.map((tally) => tally[status]);
  const named = tallies.flatMap((tally) => tally.named);
  const inScope = <T extends ReferenceCount>(counts: readonly T[]) =>
    counts.filter((one) => versions.has(one.caseId));
  const wanted = status === 'all' ? undefined : status;
  const byHand = once(() => handKeywords(named.filter(hasStatus), framework));
  return {
    run,
    framework,
    caseIds,
    passes,
    mappings: once(() => allMappings().filter(passes)),
    considered: once(() => consideredKeywords(placedKeywords(store), allMappings(), passes)),
    assigned: once(() =>
      withHandKeywords(readAssignedKeywords(store, codebookId, { batch, status: wanted }), byHand()),
    ),
    byHand,
    evidence,
    counterEvidence,
    quotable: once(() => ({
      supports: measureQuotesOfCodes(store, framework, evidence()),
      contradicts: measureQuotesOfCodes(store, framework, counterEvidence()),
    })),
    references: once(() =>
      supportingReferences(
        inScope(count(wanted)),
        tallied.map((one) => one.references),
      ),
    ),
    placedReferences: once(() =>
      supportingReferences(
        inScope(countPlaced(wanted)),
        tallied.map((one) => one.references),
      ),
    ),
    confirmed: confirmedOf(
      [
        ...countAssignedKeywords(store, codebookId, { batch }),
        ...handKeywords(named, framework).map(({ coder, status }) => ({ coder, status, count: 1 })),
        ...tallies.flatMap(({ confirmable }) => confirmable),
      ],
      sumReferences(store, codebookId, { batch, without: [...judged.keys()] }),
    ),
    wholeCases: tallied.reduce((sum, one) => sum + one.wholeCases, 0),
    contested: contestedSentences(store, codebookId, { batch }).length,
    regions: countRegions(store, current),
  };
}

/**
 * The latest run that coded under a codebook (empty: under none), if any.
 * @throws UserError regions/changed when other stretches of its cases count now
 */
export function codingInForce(store: Store, codebookId: string): Run | undefined {
  const content = codebooksInUse(store).find((used) => used.codebookId === codebookId)?.contentHash;
  const run = latestCodingRun(store, content);
  // What is up to date was coded from the texts as they count now.
  if (run && !isCurrent(store, codingUnder(codebookId))) requireSameCounted(store, run);
  return run;
}

/**
 * The codebook that a coding is read under: the named one, else the one applied last; null for none.
 * @throws UserError tables/unknown-codebook
 */
export function frameworkFor(store: Store, wanted: string | undefined): Framework | null {
  const known = codebooksInUse(store).map(({ codebookId }) => codebookId);
  if (wanted !== undefined && wanted !== NO_CODEBOOK && !known.includes(wanted)) {
    throw new UserError('tables/unknown-codebook', { name: wanted, known: known.join(', ') });
  }
  return appliedCodebook(store, wanted)?.framework ?? null;
}

/** @param proposed passages besides the rows that are proposals and no more */
function confirmedOf(rows: readonly Confirmable[], proposed: number): TableSource['confirmed'] {
  const confirmed = rows.filter(({ status }) => status === 'confirmed');
  const sum = (counted: readonly Confirmable[]) => counted.reduce((all, { count }) => all + count, 0);
  return {
    count: sum(confirmed),
    of: sum(rows) + proposed,
    coders: [...new Set(confirmed.map((row) => row.coder))].sort(compareByCodePoint),
  };
}

/** How many cases are read first by who asks for the first rows alone; then twice as many, and so on. */
const CASES_AT_FIRST = 4;

/** Reads a few cases at a time, until there are so many rows or no case is left. */
function readFirst<T>(
  caseIds: readonly string[],
  first: number,
  read: (caseIds: readonly string[]) => readonly T[],
): T[] {
  const rows: T[] = [];
  let at = 0;
  for (let next = CASES_AT_FIRST; at < caseIds.length && rows.length < first; next *= 2) {
    pushAll(rows, read(caseIds.slice(at, at + next)));
    at += next;
  }
  return rows.slice(0, first);
}
