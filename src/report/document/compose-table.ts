import type { TableBlock, TableCell } from '../../model/document.js';
import type { Language } from '../../model/language.js';
import type { TableName } from '../../model/table-name.js';
import type { TableSource } from '../../model/table-source.js';
import { notePrintedTable } from '../caption-table.js';
import { labelTable } from '../label-table.js';
import { numberKind } from '../number-kind.js';
import { type PrintedTable, printTable } from '../print-table.js';
import { LISTS } from './printed-tables.js';

/** A table in its printed form, or the first rows of it. */
export interface TableToCompose {
  readonly name: TableName;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly total?: Row | undefined;
  readonly source: TableSource;
}

type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What a table is composed with. */
export interface TableSetting {
  readonly language: Language;
  readonly number: string;
  /** Where the quotes of a code stand, if any do. */
  readonly quotesOf: (codeId: string) => string | null;
  /** What is said below it besides. */
  readonly notes: readonly string[];
}

/** The columns whose numbers the quotes of a code stand behind. */
const COUNTS_OF_QUOTES: ReadonlySet<string> = new Set(['references']);

/** Composes a table as it is printed: with the columns that people read and that say something, equal level cells merged, its note below. */
export function composeTable(
  table: TableToCompose,
  { language, number, quotesOf, notes }: TableSetting,
): TableBlock {
  const { name, source, total } = table;
  const rows = total ? [...table.rows, total] : table.rows;
  const columns = columnsWithText(table, language);
  const labelled = labelTable(name, columns, table.rows, source, language, total);
  const labels = labelled.total ? [...labelled.cells, labelled.total] : labelled.cells;
  const cells = labels.map((row, at) =>
    row.map((text, column) => printNumber(name, columns[column] ?? '', rows[at], text)),
  );
  const printed = printTable(name, columns, { ...labelled, cells }, language);
  const links = rows.map((row) => printed.columns.map((column) => linkOf(row, column, quotesOf)));
  return {
    kind: 'table',
    anchor: `table-${name}`,
    number,
    title: printed.title,
    header: printed.header,
    rows: cellsOf(printed, links),
    numeric: printed.numeric,
    hasTotal: total !== undefined,
    isList: LISTS.has(name),
    notes: [notePrintedTable(name, source, language), ...notes].filter((note) => note !== ''),
  };
}

/** The printed columns that have a text in any row: one that has none takes the room of the others. */
function columnsWithText({ name, columns, rows, source }: TableToCompose, language: Language): string[] {
  const { cells } = labelTable(name, columns, rows, source, language);
  return columns.filter((_, at) => cells.length === 0 || cells.some((row) => row[at] !== ''));
}

/** A fraction with the decimals that are read; whole numbers keep their digits. */
function printNumber(name: TableName, column: string, row: Row | undefined, text: string): string {
  const value = row?.[column];
  if (typeof value !== 'number') return text;
  const kind = numberKind(name, column);
  if (kind === 'share') return `${(100 * value).toFixed(1)}%`;
  if (kind === 'probability') return value < 0.001 ? '<0.001' : value.toFixed(3);
  return Number.isInteger(value) ? text : value.toFixed(3);
}

function linkOf(row: Row, column: string, quotesOf: TableSetting['quotesOf']): string | null {
  const { codeId } = row;
  return COUNTS_OF_QUOTES.has(column) && typeof codeId === 'string' ? quotesOf(codeId) : null;
}

function cellsOf(
  { cells, merges }: PrintedTable,
  links: readonly (readonly (string | null)[])[],
): (TableCell | null)[][] {
  const grid: (TableCell | null)[][] = cells.map((row, at) =>
    row.map((text, column) => ({ text, rows: 1, link: links[at]?.[column] ?? null })),
  );
  for (const { column, row, rows } of merges) {
    const first = grid[row]?.[column];
    if (!first) continue;
    for (let at = row; at < row + rows; at++) {
      const below = grid[at];
      if (below) below[column] = at === row ? { ...first, rows } : null;
    }
  }
  return grid;
}
