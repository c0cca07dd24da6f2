import type { DataValidation } from 'hucre/xlsx';
import { LISTS } from '../model/sheet.js';
import type { BookRow, BookSheet, NamedRange } from './xlsx/book-sheet.js';
import { heightOf } from './xlsx/cell-text.js';
import type { StyleName } from './xlsx/styles.js';
import { writeWorkbook } from './xlsx/write-workbook.js';

/** A column of a sheet that is written: what stands at its head, how wide it is and what its cells take. */
export interface SheetColumn {
  readonly head: string;
  /** In characters of the default font; a Chinese character is two of them. */
  readonly width: number;
  /** For the program alone: people see it only when they show hidden columns. */
  readonly isHidden?: boolean;
  /** People write here: the head has another colour. */
  readonly isOpen?: boolean;
  /** The name of the list that its cells offer; whatever else is typed is asked about and taken. */
  readonly list?: string;
}

/** A list that cells offer, under a name that a workbook may give to a range. */
export interface SheetList {
  readonly name: string;
  readonly values: readonly string[];
}

/** A sheet with its head, its rows of texts and numbers, and the lists that its cells offer. */
export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly lists?: readonly SheetList[];
  /** What is asked when something is typed that is not in the list. */
  readonly notInList?: { readonly title: string; readonly message: string };
}

/** Rows below the last that offer the lists, for those that people add. */
const FREE_ROWS = 1000;

/** Writes sheets as an .xlsx workbook: texts stay texts, the head stays in view and filters; same sheets, same bytes. */
export async function writeXlsx(...given: readonly SheetToWrite[]): Promise<Uint8Array> {
  const lists = given.flatMap((sheet) => sheet.lists ?? []);
  const filled = await Promise.all(given.map(sheetToFill));
  const sheets = [...filled, ...(lists.length > 0 ? [sheetOfLists(lists)] : [])];
  const pieces: Uint8Array[] = [];
  const placed = sheets.map((one, place) => ({ place, sheet: one }));
  for await (const piece of writeWorkbook(placed, lists.map(nameList))) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function sheetToFill({ name, columns, rows, notInList }: SheetToWrite): Promise<BookSheet> {
  const { rangeRef } = await import('hucre/xlsx');
  const offered = columns.flatMap(({ list }, at): DataValidation[] =>
    list === undefined
      ? []
      : [
          {
            type: 'list',
            formula1: list,
            range: rangeRef(1, at, rows.length + FREE_ROWS, at),
            allowBlank: true,
            showErrorMessage: true,
            errorStyle: 'warning',
            ...(notInList && { errorTitle: notInList.title, errorMessage: notInList.message }),
          },
        ],
  );
  const heads = columns.map(({ isOpen = false }): StyleName => (isOpen ? 'openHead' : 'head'));
  const styles = columns.map((): StyleName => 'wrapped');
  const widths = columns.map(({ width, isHidden = false }) => (isHidden ? Number.POSITIVE_INFINITY : width));
  return {
    name,
    columns,
    rows: [
      { cells: columns.map(({ head }) => head), styles: heads },
      ...rows.map((cells): BookRow => ({ cells, styles, height: heightOf(cells, widths) })),
    ],
    headRows: 1,
    filtered: { row: 0, column: 0, rows: rows.length + 1, columns: Math.max(1, columns.length) },
    validations: offered,
  };
}

/** The lists side by side, each in a column. */
function sheetOfLists(lists: readonly SheetList[]): BookSheet {
  const length = Math.max(...lists.map(({ values }) => values.length));
  const styles = lists.map((): StyleName => 'wrapped');
  const rows = Array.from({ length }, (_, at) => ({
    cells: lists.map(({ values }) => values[at] ?? null),
    styles,
  }));
  return { name: LISTS, columns: [], rows, headRows: 0, isHidden: true };
}

const nameList = ({ name, values }: SheetList, column: number): NamedRange => ({
  name,
  sheet: LISTS,
  range: { row: 0, column, rows: Math.max(1, values.length), columns: 1 },
});
