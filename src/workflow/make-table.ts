import { UserError } from '../errors.js';
import { type TableName, tableNames } from '../model/table-name.js';
import type { View } from '../model/view.js';
import { chooseView } from '../project/choose-view.js';
import type { ReadContext } from '../project/context.js';
import { inView } from '../project/in-view.js';
import { requireBatch } from '../project/require-batch.js';
import { type SelectedCoding, selectCoding } from '../project/select-coding.js';
import type { Store } from '../store/store.js';
import { codedTable, coderOf } from './coded-tables.js';
import { crosstabTable } from './crosstab-table.js';
import { correspondenceTable, crosswalkTable } from './crosswalk-table.js';
import { codingToShow, flowTable } from './flow-table.js';
import { keynessTable } from './keyness-table.js';
import { keywordTable, type MinedKeywords, minedKeywords } from './keyword-tables.js';
import { kwicTable } from './kwic-table.js';
import { memoTable } from './list-memos.js';
import { relationTable } from './relation-table.js';
import { reliabilityTable } from './reliability-table.js';
import { sampleTable } from './sample-table.js';
import { samplingTable } from './sampling-table.js';
import { saturationTable } from './saturation-table.js';
import { requireWindow, type Table, type TableRequest } from './table.js';
import { wordsTable } from './words-table.js';

const OF_CASES = tableNames.filter((name) => !['memos', 'sampling', 'relations'].includes(name));
const OF_CODINGS = OF_CASES.filter((name) => name !== 'kwic');

/** The tables that an option means something for; an option that is not here goes with all. */
const TABLES_OF: Readonly<Partial<Record<keyof TableRequest, readonly TableName[]>>> = {
  by: ['sample', 'keywords', 'weights', 'pillars', 'pillar-evidence', 'crosstab', 'keyness'],
  group: ['crosstab', 'keyness'],
  against: ['keyness'],
  minCases: ['keyness'],
  coders: ['reliability'],
  resamples: ['crosstab', 'reliability'],
  seed: ['crosstab', 'reliability', 'saturation'],
  form: ['saturation'],
  order: ['saturation'],
  base: ['saturation'],
  run: ['saturation'],
  runs: ['saturation'],
  word: ['kwic'],
  sort: ['kwic'],
  weight: ['keywords'],
  unit: ['cooccurrence', 'overlaps', 'crosswalk', 'correspondence', 'reliability'],
  within: ['cooccurrence', 'overlaps', 'crosswalk', 'correspondence'],
  quotes: ['examples', 'pillar-evidence', 'quotations', 'overlaps'],
  withAttributes: ['quotations'],
  level: ['cooccurrence', 'overlaps', 'crosswalk', 'correspondence', 'crosstab', 'reliability', 'saturation'],
  codebooks: ['crosswalk', 'correspondence'],
  codebook: [...OF_CODINGS, 'relations'],
  // The order of the cases is one of all of them.
  batch: OF_CASES.filter((name) => name !== 'saturation'),
};

/** Whether a table can be one of the cases of a batch. */
export const takesBatch = (name: TableName): boolean => TABLES_OF.batch?.includes(name) === true;

/** Makes one table from what the project holds now. */
export function makeTable({ store }: ReadContext, request: TableRequest): Table {
  const { name } = request;
  for (const [option, tables] of Object.entries(TABLES_OF)) {
    if (request[option as keyof TableRequest] !== undefined && !tables.includes(name)) {
      throw new UserError('tables/option-elsewhere', {
        option: option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        table: name,
        tables: tables.join(', '),
      });
    }
  }
  requireWindow(request);
  requireBatch(store, request.batch);
  const table = wholeTable(store, request);
  const { rows: first } = request;
  if (first === undefined) return table;
  const { source } = table;
  return {
    ...table,
    rows: table.rows.slice(0, first),
    source: { ...source, filters: { ...source.filters, rows: first } },
  };
}

function wholeTable(store: Store, request: TableRequest): Table {
  const { name } = request;
  const view = chooseView(store, request);
  // What the cases are and what is mined is the same in every view.
  if (name === 'sample') return sampleTable(store, request);
  if (name === 'top-words') return wordsTable(store, request);
  if (name === 'keywords' || name === 'weights')
    return keywordTable(store, name, minedKeywords(store, request));
  if (name === 'keyness') return keynessTable(store, request);
  const writer = { coder: coderOf(view) };
  if (name === 'memos') return memoTable({ store }, writer);
  if (name === 'sampling') return samplingTable(store, writer);
  if (name === 'relations') return relationTable({ store }, { ...writer, codebook: request.codebook });
  if (comparesCoders(name)) requireSettled(name, view);
  if (name === 'reliability') return reliabilityTable(store, request);
  if (name === 'kwic') {
    const codes = { depth: 'codebooks', codebooks: [undefined] } as const;
    return inView(store, view, codes, () => kwicTable(store, request, view));
  }
  const { codebook, codebooks = [codebook] } = request;
  return inView(store, view, { depth: name === 'raw' ? 'mappings' : 'passages', codebooks }, () => {
    if (name === 'crosswalk') return crosswalkTable(store, request, view);
    if (name === 'correspondence') return correspondenceTable(store, request, view);
    if (name === 'crosstab') return crosstabTable(store, request, view);
    if (name === 'flow') return flowTable(store, request, view);
    if (name === 'saturation') return saturationTable(store, request, view);
    return codedTable(store, { ...request, name }, { view });
  });
}

/** Whether a table compares coders: there is no view of one of them. */
export const comparesCoders = (name: TableName): boolean => name === 'reliability' || name === 'contested';

function requireSettled(table: TableName, view: View): void {
  if (view.kind !== 'settled') throw new UserError('view/compares-coders', { table });
}

/** The tables of several codebooks, so that they are not made together with those of one. */
export const MADE_ALONE: readonly TableName[] = ['crosswalk', 'correspondence'];

/** The tables that quote code by code. */
const OF_CODES: readonly TableName[] = ['examples', 'quotations'];

/** The filter of all tables that are made together. */
type SharedRequest = Pick<
  TableRequest,
  | 'codebook'
  | 'batch'
  | 'status'
  | 'view'
  | 'coder'
  | 'by'
  | 'group'
  | 'against'
  | 'coders'
  | 'quotes'
  | 'word'
  | 'sort'
>;

/**
 * Makes tables of a project one by one; keywords are ranked and the coding is read once for all of them. Under the view of a
 * coder all are made before the first is handed out.
 */
export function makeTables(
  { store }: ReadContext,
  names: readonly TableName[],
  request: SharedRequest = {},
): Iterable<Table> {
  requireBatch(store, request.batch);
  const view = chooseView(store, request);
  const tables = tablesInView(store, names, request, view);
  return view.kind === 'settled'
    ? tables
    : inView(store, view, { depth: 'passages', codebooks: [request.codebook] }, () => [...tables]);
}

function* tablesInView(
  store: Store,
  names: readonly TableName[],
  request: SharedRequest,
  view: View,
): Generator<Table> {
  const { codebook, batch, status } = request;
  let mined: MinedKeywords | undefined;
  let selected: SelectedCoding | undefined;
  const writer = { coder: coderOf(view) };
  for (const name of names) {
    if (name === 'memos') yield memoTable({ store }, writer);
    else if (name === 'sampling') yield samplingTable(store, writer);
    else if (name === 'relations') yield relationTable({ store }, { ...writer, codebook });
    else if (name === 'keywords' || name === 'weights') {
      mined ??= minedKeywords(store, { batch });
      yield keywordTable(store, name, mined);
    } else if (name === 'sample') yield sampleTable(store, { batch });
    else if (name === 'top-words') yield wordsTable(store, { batch });
    else if (name === 'kwic') yield kwicTable(store, { ...request, name }, view);
    else if (name === 'reliability') {
      requireSettled(name, view);
      yield reliabilityTable(store, { ...request, name });
    } else if (name === 'saturation') yield saturationTable(store, { codebook, status, name }, view);
    else if (name === 'keyness') yield keynessTable(store, { ...request, name });
    else if (name === 'crosstab') yield crosstabTable(store, { ...request, name }, view);
    else if (name !== 'crosswalk' && name !== 'correspondence') {
      selected ??=
        name === 'flow'
          ? codingToShow(store, { codebook, batch, status })
          : selectCoding(store, name, { codebook, batch, status });
      const filter = {
        codebook,
        batch,
        status,
        quotes: OF_CODES.includes(name) ? request.quotes : undefined,
      };
      if (name === 'flow') yield flowTable(store, { ...filter, name }, view, selected);
      else yield codedTable(store, { ...filter, name }, { view, ...(selected && { selected }) });
    }
  }
}
