import type { LabelledTable } from '../model/labelled-table.js';
import type { Language } from '../model/language.js';
import { nameOfPos } from '../model/pos-names.js';
import type { ReadContext } from '../project/context.js';
import { casesHiddenFrom, hiddenGroupTest } from '../project/hidden-cases.js';
import { askedByReader, casesReadBlind } from '../project/reader-view.js';
import { currentRevision } from '../project/require-revision.js';
import { readableColumns } from '../report/readable-table.js';
import type { Store } from '../store/store.js';
import { readableCells } from './format-table.js';
import { comparesCoders, makeTable } from './make-table.js';
import type { Row, Table, TableRequest } from './table.js';

/** Some rows of a table, sorted and filtered: `offset` and `limit` count rows after that. */
export interface TablePageRequest {
  readonly table: TableRequest;
  readonly language: Language;
  /** The name of a column and which way; without it the order of the table. */
  readonly sort?: { readonly column: string; readonly isDescending: boolean } | undefined;
  /** Rows that have this text in some cell, whatever its case. */
  readonly filter?: string | undefined;
  /** Who reads it: rows of cases are left out in which the project hides from them what others and the program say, and others' verdicts are not counted. */
  readonly reader: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** A part of a table as people read it, with the same rows as data. */
export interface TablePage extends LabelledTable {
  /** The names of the columns, as commands and files name them. */
  readonly columns: readonly string[];
  /** The rows of `cells` as data: from their ids leads the way to the evidence. */
  readonly rows: readonly Row[];
  /** Rows of the table, and those that the filter leaves. */
  readonly all: number;
  readonly matching: number;
  /** Rows that are left out, and their cases. */
  readonly hidden: { readonly rows: number; readonly cases: readonly string[] };
}

/** A table that was made, and what it was made of. */
interface MadeTable {
  readonly stamp: string;
  readonly table: Table;
  readonly read: LabelledTable;
}

/** Makes tables for pages: the last one is kept for its other pages, as long as the project stays as it is. */
export function tablePager(): (context: ReadContext, request: TablePageRequest) => TablePage {
  let last: MadeTable | null = null;
  return (context, request) => {
    const { language, reader } = request;
    const asked = inViewOf(context, request);
    const stamp = JSON.stringify([currentRevision(context), asked, language]);
    if (last?.stamp !== stamp) {
      const table = context.store.snapshot(() => makeTable(context, asked));
      last = { stamp, table, read: withNamesOfPos(readableCells(table, language), table, language) };
    }
    const cases = reader === null ? [] : casesHiddenFrom(context.store, reader);
    return pageOf(last, request, { cases, isHidden: hiddenRowTest(context.store, last.table, cases) });
  };
}

/** Names parts of speech beside their tags, which are all that files have. */
function withNamesOfPos(read: LabelledTable, { columns }: Table, language: Language): LabelledTable {
  const at = readableColumns(columns).indexOf('pos');
  if (at < 0) return read;
  const named = (cell: string) => {
    const name = nameOfPos(cell, language);
    return name === cell ? cell : `${name} ${cell}`;
  };
  return { ...read, cells: read.cells.map((row) => row.map((cell, of) => (of === at ? named(cell) : cell))) };
}

/** The table that is asked for, in the view of its reader where it has views. */
function inViewOf({ store }: ReadContext, { table, reader }: TablePageRequest): TableRequest {
  if (!comparesCoders(table.name)) return askedByReader(store, { reader, asked: table });
  return { ...table, hiddenCases: casesReadBlind(store, reader) };
}

function pageOf(
  { table, read }: MadeTable,
  request: TablePageRequest,
  { cases, isHidden }: { readonly cases: readonly string[]; readonly isHidden: (row: Row) => boolean },
): TablePage {
  const given = [...table.rows.keys()].filter((at) => !isHidden(table.rows[at] ?? {}));
  const order = orderRows(given, table, read, request);
  const shown = order.slice(request.offset, request.offset + request.limit);
  return {
    ...read,
    columns: readableColumns(table.columns),
    cells: shown.map((at) => read.cells[at] ?? []),
    rows: shown.map((at) => table.rows[at] ?? {}),
    all: given.length,
    matching: order.length,
    hidden: { rows: table.rows.length - given.length, cases },
  };
}

/** Makes the test whether a row says something of hidden cases: contested verdicts name the group of a word, or a case as one. */
function hiddenRowTest(store: Store, { name }: Table, cases: readonly string[]): (row: Row) => boolean {
  if (name === 'kwic') return () => false;
  const hidden = new Set(cases);
  const isHiddenGroup = hiddenGroupTest(store, hidden);
  if (name === 'contested')
    return ({ question, group }) =>
      question === 'passage' ? hidden.has(String(group)) : isHiddenGroup(String(group));
  return ({ caseId }) => hidden.has(String(caseId));
}

/** The rows that the filter leaves, by their places in the table, in the order that is asked for. */
function orderRows(
  given: readonly number[],
  { rows, columns }: Table,
  { cells }: LabelledTable,
  { sort, filter = '', language }: TablePageRequest,
): number[] {
  const wanted = filter.toLowerCase();
  const found = given.filter(
    (at) => wanted === '' || cells[at]?.some((cell) => cell.toLowerCase().includes(wanted)),
  );
  if (sort === undefined) return found;
  const at = readableColumns(columns).indexOf(sort.column);
  const { compare } = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true });
  const direction = sort.isDescending ? -1 : 1;
  return found.sort((one, other) => {
    const [a, b] = [rows[one]?.[sort.column], rows[other]?.[sort.column]];
    // What has no value stands last either way.
    if ((a ?? null) === null || (b ?? null) === null)
      return Number((a ?? null) === null) - Number((b ?? null) === null);
    if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
    return direction * compare(cells[one]?.[at] ?? '', cells[other]?.[at] ?? '');
  });
}
