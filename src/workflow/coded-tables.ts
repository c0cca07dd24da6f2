import { NO_CODEBOOK } from '../model/codebook.js';
import { isReference } from '../model/evidence.js';
import type { Framework } from '../model/framework.js';
import type { TableName } from '../model/table-name.js';
import { type FrequencyRow, rowShapes } from '../model/table-rows.js';
import type { TableSource } from '../model/table-source.js';
import { SETTLED, type View } from '../model/view.js';
import { findAttribute } from '../project/case-attributes.js';
import { notCoded } from '../project/find-code.js';
import { groupCases } from '../project/group-cases.js';
import { numberRows } from '../project/passage-numbers.js';
import { type SelectedCoding, selectCoding } from '../project/select-coding.js';
import { rankPillars } from '../stages/tabulate/rank-pillars.js';
import { tabulateCategories } from '../stages/tabulate/tabulate-categories.js';
import { tabulateCoding, usedLevels } from '../stages/tabulate/tabulate-coding.js';
import { tabulateCoverage, tabulateUncoded } from '../stages/tabulate/tabulate-coverage.js';
import { tabulateEvidence } from '../stages/tabulate/tabulate-evidence.js';
import { tabulateFacets } from '../stages/tabulate/tabulate-facets.js';
import { tabulateFrequencies, totalFrequencies } from '../stages/tabulate/tabulate-frequencies.js';
import { tabulateMatrix } from '../stages/tabulate/tabulate-matrix.js';
import { tabulateNodes } from '../stages/tabulate/tabulate-nodes.js';
import { tabulatePairs } from '../stages/tabulate/tabulate-pairs.js';
import { tabulateRaw } from '../stages/tabulate/tabulate-raw.js';
import { countLeftOut } from '../store/case-standing-table.js';
import { countWithoutText } from '../store/case-table.js';
import type { Store } from '../store/store.js';
import { readTokenCounts, sumTokens } from '../store/token-count-table.js';
import { contestedKeys } from '../store/verdict-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import { casesWithText, sentencesOf, unitAsked, unitsOf } from './coded-units.js';
import { minedGenerations } from './keyword-tables.js';
import { listContested } from './list-contested.js';
import { listRevisit } from './list-revisit.js';
import { overlapRows } from './overlap-rows.js';
import {
  attributeColumn,
  attributeOfPlaces,
  quotesFor,
  quotesOfTable,
  quotingRows,
} from './quoting-tables.js';
import { pickColumns, type Row, type Table, type TableRequest } from './table.js';

/** Makes a table of the coding under one codebook. */
export function codedTable(
  store: Store,
  request: TableRequest & {
    readonly name: Exclude<
      TableName,
      | 'sample'
      | 'flow'
      | 'top-words'
      | 'kwic'
      | 'keywords'
      | 'weights'
      | 'crosstab'
      | 'keyness'
      | 'crosswalk'
      | 'correspondence'
      | 'reliability'
      | 'saturation'
      | 'memos'
      | 'sampling'
      | 'relations'
    >;
  },
  {
    view = SETTLED,
    selected = selectCoding(store, request.name, request),
  }: { readonly view?: View; readonly selected?: SelectedCoding },
): Table {
  const { name, by, batch, level, rows: first } = request;
  const { framework, caseIds, assigned, evidence, counterEvidence, references } = selected;
  const codebookId = framework?.codebook.id ?? '';
  const coded = () => requireFramework(store, name, framework);
  const quoted = () => ({ framework: coded(), selected, coder: coderOf(view) });
  const sentences = () => sentencesOf(store, batch, [...evidence(), ...counterEvidence()]);
  const rowsOf: Record<typeof name, () => readonly Row[]> = {
    raw: () => tabulateRaw(framework, selected.considered(), selected.mappings()),
    frequency: () =>
      tabulateFrequencies(framework, assigned(), references(), sumTokens(store, codebookId, batch)),
    coding: () => tabulateCoding(coded(), assigned(), references()),
    nodes: () => tabulateNodes(coded(), assigned(), references(), evidence().filter(isReference)),
    pillars: () =>
      rankPillars(coded(), groupCases(store, by ?? null, { batch }), assigned(), selected.placedReferences()),
    categories: () => tabulateCategories(coded(), assigned(), references()),
    examples: () => quotingRows(store, { ...request, name: 'examples' }, quoted()),
    'pillar-evidence': () => quotingRows(store, { ...request, name: 'pillar-evidence' }, quoted()),
    quotations: () => quotingRows(store, { ...request, name: 'quotations' }, quoted()),
    matrix: () =>
      tabulateMatrix(coded(), assigned(), references(), readTokenCounts(store, codebookId, batch)),
    facets: () => tabulateFacets(coded(), assigned(), references()),
    evidence: () => numberRows(store, tabulateEvidence(coded(), evidence(first))),
    'counter-evidence': () => numberRows(store, tabulateEvidence(coded(), counterEvidence(first))),
    coverage: () => coded() && tabulateCoverage(casesWithText(store, batch), sentences()),
    uncoded: () => coded() && numberRows(store, tabulateUncoded(sentences())),
    contested: () => listContested(store, framework, batch),
    revisit: () => listRevisit(store, framework, { batch, coder: coderOf(view) }),
    overlaps: () => overlapRows(store, coded(), request, evidence()),
    cooccurrence: () =>
      tabulatePairs(coded(), undefined, unitsOf(store, request, caseIds, evidence()), level),
  };
  const rows = rowsOf[name]();
  const columns = name === 'coding' ? codingColumns(coded()) : columnsOf(request, rows);
  return {
    name,
    columns,
    rows: NUMBERED.has(name) ? rows.map((row) => pickColumns(row, columns)) : rows,
    ...(name === 'frequency' &&
      rows.length > 0 && { total: totalFrequencies(rows as FrequencyRow[], assigned(), references()) }),
    source: sourceOf(store, request, [selected], view),
  };
}

/** The tables whose rows have passage numbers. */
const NUMBERED: ReadonlySet<TableName> = new Set([
  'evidence',
  'counter-evidence',
  'uncoded',
  ...(Object.keys(quotesOfTable) as (keyof typeof quotesOfTable)[]),
]);

/** The columns of a table; who speaks is a column only where somebody is known to speak. */
export function columnsOf({ name, withAttributes = [] }: TableRequest, rows: readonly Row[]): string[] {
  const columns = Object.keys(rowShapes[name]);
  columns.splice(columns.indexOf('caseId') + 1, 0, ...withAttributes.map(attributeColumn));
  if (rows.some(({ speaker }) => typeof speaker === 'string')) return columns;
  return columns.filter((column) => column !== 'turn' && column !== 'speaker');
}

/** A column for each level that has codes, then the id and the counts. */
function codingColumns(framework: Framework): string[] {
  const columns = Object.keys(rowShapes.coding);
  return [...usedLevels(framework).map(({ column }) => column), ...columns.slice(columns.indexOf('codeId'))];
}

/** The tables of codings that have groups. */
const GROUPED: readonly TableName[] = ['pillars', 'crosstab'];

/** The attribute that a table is grouped by, or says where its cases are. */
function attributeOf(store: Store, { name, by }: Pick<TableRequest, 'name' | 'by'>): string | null {
  if (name === 'pillar-evidence') return attributeOfPlaces(store, by);
  return GROUPED.includes(name) && by !== undefined ? (findAttribute(store, by)?.name ?? by) : null;
}

/** What a table of some codings was made from. */
export function sourceOf(
  store: Store,
  { name, by, batch, status = 'all', weight = 'zhagen', level, quotes, ...request }: TableRequest,
  selected: readonly [SelectedCoding, ...SelectedCoding[]],
  view: View,
): TableSource {
  return {
    runIds: selected.map(({ run }) => run.id),
    codebooks: selected.flatMap(({ framework }) => {
      if (!framework) return [];
      const { id, version, levels } = framework.codebook;
      return [{ id: id || NO_CODEBOOK, version, levels }];
    }),
    by: attributeOf(store, { name, by }),
    weight,
    ...unitAsked({ name, ...request }),
    level: level ?? null,
    cases: selected[0].caseIds.length,
    withoutText: countWithoutText(store, batch),
    ...countLeftOut(store, batch),
    generations: name === 'raw' ? minedGenerations(store, batch) : [],
    regions: selected[0].regions,
    confirmed: {
      count: sum(selected.map(({ confirmed }) => confirmed.count)),
      of: sum(selected.map(({ confirmed }) => confirmed.of)),
      coders: [...new Set(selected.flatMap(({ confirmed }) => confirmed.coders))].sort(compareByCodePoint),
    },
    wholeCases: sum(selected.map(({ wholeCases }) => wholeCases)),
    contested: contestedKeys(store).length + sum(selected.map(({ contested }) => contested)),
    view,
    filters: { batch, status, quotes: quotesFor({ name, quotes }) },
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/**
 * Asks that cases were coded under a codebook.
 * @throws UserError tables/not-coded, tables/no-codes
 */
export function requireFramework(store: Store, table: TableName, framework: Framework | null): Framework {
  if (!framework) throw notCoded(store, undefined, table);
  return framework;
}

/** Whose view it is; undefined for what is settled. */
export const coderOf = (view: View) => (view.kind === 'settled' ? undefined : view.coder);
