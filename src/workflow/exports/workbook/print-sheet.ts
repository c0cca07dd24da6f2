import type { BookRow, BookSheet } from '../../../formats/xlsx/book-sheet.js';
import { heightOf, widthOf } from '../../../formats/xlsx/cell-text.js';
import type { StyleName } from '../../../formats/xlsx/styles.js';
import type { Language } from '../../../model/language.js';
import { numberKind } from '../../../report/number-kind.js';
import { printRows } from '../../../report/print-rows.js';
import { printTable } from '../../../report/print-table.js';
import { labelledTable } from '../../format-table.js';
import type { Table } from '../../table.js';

/** The widest that a column of a printed table is made. */
const WIDE = 28;
const PRINTED = {
  count: 'printedcount',
  share: 'printedshare',
  measure: 'printedmeasure',
  probability: 'printedprobability',
} as const;

/** A table as a page: its title, cells of levels merged, three lines (三线表), and its caption below. */
export function printSheet(made: Table, name: string, language: Language): BookSheet {
  const table = { ...made, ...printRows(made.name, made.columns, made.rows, language) };
  const { title, caption, header, columns, numeric, merges, ...printed } = printTable(
    table.name,
    table.columns,
    labelledTable(table, language),
    language,
  );
  const cells = printed.total ? [...printed.cells, printed.total] : printed.cells;
  const widths = header.map((head, at) => {
    const longest = Math.max(widthOf(head), ...cells.map((row) => widthOf(row[at] ?? '')));
    return Math.min(WIDE, Math.max(8, longest + 2));
  });
  const styles = columns.map(
    (column, at): StyleName => (numeric[at] ? PRINTED[numberKind(table.name, column)] : 'printedText'),
  );
  const total = widths.reduce((sum, width) => sum + width, 0);
  const across = (row: number) => ({ startRow: row, endRow: row, startCol: 0, endCol: header.length - 1 });
  const foot = cells.length + 2;
  const rows: BookRow[] = [
    { cells: wide(title, header), styles: header.map(() => 'title'), height: 24 },
    { cells: header, styles: header.map(() => 'printedHead'), height: heightOf(header, widths) },
    ...cells.map((row) => ({
      cells: row.map((cell, at) => (numeric[at] && cell !== '' ? Number(cell) : cell)),
      styles,
      height: heightOf(row, widths),
    })),
    {
      cells: wide(caption, header),
      styles: header.map(() => 'printedFoot'),
      height: heightOf([caption], [total]),
    },
  ];
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows,
    headRows: 2,
    merges: [
      ...(header.length > 1 ? [across(0), across(foot)] : []),
      ...merges.map(({ row, column, rows: length }) => ({
        startRow: row + 2,
        endRow: row + 1 + length,
        startCol: column,
        endCol: column,
      })),
    ],
    isPortrait: total < 110,
    hasGrid: false,
  };
}

const wide = (text: string, header: readonly string[]) => header.map((_, at) => (at === 0 ? text : null));
