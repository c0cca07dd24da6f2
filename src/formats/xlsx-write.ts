import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';
import { LISTS } from '../model/sheet.js';

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

/** What Excel has room for in one cell, in UTF-16 units. */
export const CELL_UNITS = 32_767;
/** Characters that XML has no way to write, and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** What Excel reads as the number of a character. */
const ESCAPED = /_(?=x[\dA-Fa-f]{4}_)/g;
/** Rows below the last that offer the lists, for those that people add. */
const FREE_ROWS = 1000;
/** How hard the parts are packed: more takes twice as long and saves a twentieth. */
const PACKING = 3;
/** The name under which LibreOffice finds the range that filters; Excel writes it, too. */
const FILTERED = '_xlnm._FilterDatabase';
const BOOK = 'xl/workbook.xml';
/** Points of a line, and of the highest row that Excel has. */
const [LINE_POINTS, HIGHEST] = [16, 409];
/** The first character that is as wide as a Chinese one. */
const WIDE = 0x2e80;
const TEXT = '@';
const FONT = { name: 'Calibri', size: 11 } as const;
const LINE = { style: 'thin', color: { rgb: 'D0D0D0' } } as const;
const BODY: CellStyle = {
  font: FONT,
  numFmt: TEXT,
  alignment: { vertical: 'top', wrapText: true },
  border: { bottom: LINE },
};
const headStyle = (isOpen: boolean): CellStyle => ({
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: isOpen ? 'FFF2CC' : 'DDE6F0' } },
  alignment: { vertical: 'center', wrapText: true },
  border: { bottom: { ...LINE, style: 'medium' } },
});

/** Writes one sheet as an .xlsx workbook: all cells are texts, the head stays in view and filters; same sheet, same bytes. */
export async function writeXlsx({
  name,
  columns,
  rows,
  lists = [],
  notInList,
}: SheetToWrite): Promise<Uint8Array> {
  const { writeXlsx: write, rangeRef } = await import('hucre/xlsx');
  const filtered = rangeRef(0, 0, rows.length, Math.max(0, columns.length - 1));
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
  const sheet: WriteSheet = {
    name,
    columns: columns.map(({ width, isHidden = false }) => ({ width, hidden: isHidden, style: BODY })),
    rows: [columns.map(({ head }) => cellOf(head)), ...rows.map((row) => row.map(cellOf))],
    cells: new Map(columns.map(({ isOpen = false }, at) => [`0,${at}`, { style: headStyle(isOpen) }])),
    rowDefs: new Map(rows.map((row, at) => [at + 1, { height: heightOf(row, columns) }])),
    freezePane: { rows: 1 },
    autoFilter: { range: filtered },
    dataValidations: offered,
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
  const written = await write({
    sheets: [sheet, ...(lists.length > 0 ? [sheetOfLists(lists)] : [])],
    namedRanges: [
      ...lists.map(({ name: list, values }, at) => ({
        name: list,
        range: `${LISTS}!${absolute(rangeRef(0, at, Math.max(0, values.length - 1), at))}`,
      })),
      { name: FILTERED, range: `'${name}'!${absolute(filtered)}`, scope: name },
    ],
    properties: { created: new Date(0), modified: new Date(0) },
    defaultFont: FONT,
  });
  const parts = unzipSync(written);
  const book = strFromU8(parts[BOOK] as Uint8Array).replace(`name="${FILTERED}"`, '$& hidden="1"');
  // What packs them there depends on the version of Node, and so would the bytes.
  const mtime = new Date(1980, 0, 1);
  const packed: Zippable = Object.fromEntries(
    Object.entries({ ...parts, [BOOK]: strToU8(book) }).map(([path, bytes]) => [path, [bytes, { mtime }]]),
  );
  return zipSync(packed, { level: PACKING });
}

/** How high a row must be for its longest cell; LibreOffice does not find it out when it opens a file. */
function heightOf(row: readonly (string | number | null)[], columns: readonly SheetColumn[]): number {
  const lines = columns.map(({ width, isHidden = false }, at) => {
    const cell = row[at];
    if (isHidden || typeof cell !== 'string') return 1;
    return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
  });
  return Math.min(HIGHEST, LINE_POINTS * Math.max(1, ...lines) + 1);
}

/** Characters of the default font: a Chinese one takes the room of two. */
function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) < WIDE ? 1 : 2;
  return width;
}

/** The lists side by side, each in a column. */
function sheetOfLists(lists: readonly SheetList[]): WriteSheet {
  const length = Math.max(...lists.map(({ values }) => values.length));
  const rows = Array.from({ length }, (_, at) => lists.map(({ values }) => cellOf(values[at] ?? null)));
  return { name: LISTS, hidden: true, columns: lists.map(() => ({ style: BODY })), rows };
}

/** A text as a cell takes it: without what XML cannot carry, and no longer than Excel has it. */
function cellOf(value: string | number | null): string | number | null {
  if (typeof value !== 'string') return value;
  const text = value.toWellFormed().replaceAll(NOT_IN_XML, '').replaceAll(ESCAPED, '_x005F_');
  if (text.length <= CELL_UNITS) return text;
  return `${text
    .slice(0, CELL_UNITS - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, '')}…`;
}

const absolute = (range: string) => range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
