import type { LabelledTable } from '../model/labelled-table.js';
import type { Language } from '../model/language.js';
import type { ReadContext } from '../project/context.js';
import { currentRevision } from '../project/require-revision.js';
import { readableColumns } from '../report/readable-table.js';
import { readableCells } from './format-table.js';
import { makeTable } from './make-table.js';
import type { Row, Table, TableRequest } from './table.js';

/** Some rows of a table, sorted and filtered: `offset` and `limit` count rows after that. */
export interface TablePageRequest {
  readonly table: TableRequest;
  readonly language: Language;
  /** The name of a column and which way; without it the order of the table. */
  readonly sort?: { readonly column: string; readonly isDescending: boolean } | undefined;
  /** Rows that have this text in some cell, whatever its case. */
  readonly filter?: string | undefined;
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
    const { table: asked, language } = request;
    const stamp = JSON.stringify([currentRevision(context), asked, language]);
    if (last?.stamp !== stamp) {
      const table = context.store.snapshot(() => makeTable(context, asked));
      last = { stamp, table, read: readableCells(table, language) };
    }
    return pageOf(last, request);
  };
}

function pageOf({ table, read }: MadeTable, request: TablePageRequest): TablePage {
  const order = orderRows(table, read, request);
  const shown = order.slice(request.offset, request.offset + request.limit);
  return {
    ...read,
    columns: readableColumns(table.columns),
    cells: shown.map((at) => read.cells[at] ?? []),
    rows: shown.map((at) => table.rows[at] ?? {}),
    all: table.rows.length,
    matching: order.length,
  };
}

/** The rows that the filter leaves, by their places in the table, in the order that is asked for. */
function orderRows(
  { rows, columns }: Table,
  { cells }: LabelledTable,
  { sort, filter = '', language }: TablePageRequest,
): number[] {
  const wanted = filter.toLowerCase();
  const found = [...rows.keys()].filter(
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
