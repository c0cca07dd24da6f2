import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Cell, WriteSheet } from 'hucre/xlsx';
import type { BookSheet, CellLink, CellRange, NamedRange } from './book-sheet.js';
import { FONT, STYLES, type StyleName } from './styles.js';

/** The XML of a sheet around its rows, and the number of each style in it. */
export interface SheetFrame {
  readonly before: string;
  readonly after: string;
  readonly styles: Readonly<Record<StyleName, number>>;
}

const BOOK = 'xl/workbook.xml';
/** The name under which LibreOffice finds the range that filters; Excel writes it, too. */
const FILTERED = '_xlnm._FilterDatabase';
const TITLES = '_xlnm.Print_Titles';
const STYLE_NAMES = Object.keys(STYLES) as StyleName[];

/** Makes the frame of a sheet. All frames of all workbooks have the same numbers of styles. */
export async function makeFrame(sheet: BookSheet): Promise<SheetFrame> {
  const parts = await writeFrames([await frameSheet(sheet)], []);
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
  const [from, to] = [xml.indexOf('<sheetData>'), xml.indexOf('</sheetData>')];
  const rows = xml.slice(from, to);
  const numbers = Array.from(rows.matchAll(/<c r="[A-Z]+1"[^>]*? s="(\d+)"/g), ([, number]) =>
    Number(number),
  );
  const ids = STYLE_NAMES.map((name, at) => [name, numbers[at] as number] as const);
  return {
    before: `${xml.slice(0, from)}<sheetData>`,
    after: xml.slice(to),
    styles: Object.fromEntries(ids) as Record<StyleName, number>,
  };
}

/** Makes all parts of a workbook but its sheets and texts: what names the sheets, the styles, the properties. */
export async function makeBookParts(
  sheets: readonly Omit<BookSheet, 'rows'>[],
  names: readonly NamedRange[],
): Promise<Readonly<Record<string, Uint8Array>>> {
  const { rangeRef } = await import('hucre/xlsx');
  const refer = (sheet: string, { row, column, rows, columns }: CellRange) =>
    `${quoteSheet(sheet)}!${absolute(rangeRef(row, column, row + rows - 1, column + columns - 1))}`;
  const parts = await writeFrames(
    sheets.map(({ name, isHidden = false }) => ({ name, hidden: isHidden })),
    [
      ...names.map(({ name, sheet, range }) => ({ name, range: refer(sheet, range) })),
      ...sheets.flatMap(({ name, filtered, headRows, isHidden = false }) => [
        ...(filtered ? [{ name: FILTERED, range: refer(name, filtered), scope: name }] : []),
        ...(headRows > 0 && !isHidden
          ? [{ name: TITLES, range: `${quoteSheet(name)}!$1:$${headRows}`, scope: name }]
          : []),
      ]),
    ],
  );
  const kept = Object.entries(parts).filter(
    ([path]) => !path.startsWith('xl/worksheets/') && path !== 'xl/sharedStrings.xml',
  );
  const book = strFromU8(parts[BOOK] as Uint8Array).replaceAll(`name="${FILTERED}"`, '$& hidden="1"');
  return { ...Object.fromEntries(kept), [BOOK]: strToU8(book) };
}

/** Has the library write a workbook whose first row has every style in turn. */
async function writeFrames(
  [first, ...others]: readonly WriteSheet[],
  namedRanges: readonly { name: string; range: string; scope?: string }[],
) {
  const { writeXlsx } = await import('hucre/xlsx');
  const cells = new Map<string, Partial<Cell>>(first?.cells);
  for (const [at, name] of STYLE_NAMES.entries())
    cells.set(`0,${at}`, { ...cells.get(`0,${at}`), style: STYLES[name] });
  const rows = [STYLE_NAMES.map(() => 'x')];
  const written = await writeXlsx({
    sheets: [{ name: '', ...first, rows, cells }, ...others],
    namedRanges: [...namedRanges],
    properties: { created: new Date(0), modified: new Date(0) },
    defaultFont: FONT,
  });
  return unzipSync(written);
}

async function frameSheet({
  columns,
  headRows,
  filtered,
  merges = [],
  links = [],
  validations = [],
  isPortrait = false,
  hasGrid = true,
}: BookSheet): Promise<WriteSheet> {
  const { cellRef, rangeRef } = await import('hucre/xlsx');
  const linked = ({ row, column, sheet, toRow }: CellLink): [string, Partial<Cell>] => [
    `${row},${column}`,
    { hyperlink: { target: '', location: `${quoteSheet(sheet)}!${cellRef(toRow, 0)}` } },
  ];
  return {
    name: 'x',
    columns: columns.map(({ width, isHidden = false }) => ({ width, hidden: isHidden })),
    cells: new Map(links.map(linked)),
    merges: [...merges],
    dataValidations: [...validations],
    view: { showGridLines: hasGrid },
    ...(headRows > 0 && { freezePane: { rows: headRows } }),
    ...(filtered && {
      autoFilter: {
        range: rangeRef(
          filtered.row,
          filtered.column,
          filtered.row + filtered.rows - 1,
          filtered.column + filtered.columns - 1,
        ),
      },
    }),
    pageSetup: {
      paperSize: 'a4',
      orientation: isPortrait ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

const quoteSheet = (name: string) => `'${name.replaceAll("'", "''")}'`;
const absolute = (range: string) => range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
