import type { BookCell, BookRow, BookSheet, CellLink } from '../../../formats/xlsx/book-sheet.js';
import { CELL_UNITS, heightOf, SHEET_LINKS, SHEET_ROWS, widthOf } from '../../../formats/xlsx/cell-text.js';
import type { StyleName } from '../../../formats/xlsx/styles.js';
import type { Language } from '../../../model/language.js';
import { numberKind } from '../../../report/number-kind.js';
import { workbookWords } from '../../../report/workbook-words.js';
import { labelledParts, labelledTable } from '../../format-table.js';
import type { Row, Table } from '../../table.js';
import type { Dataset } from '../dataset.js';
import type { EvidencePlaces } from './evidence-places.js';

/** The narrowest and the widest that a column of data is made; what is longer is wrapped. */
const [NARROW, WIDE] = [7, 48];
/** Rows that the widths of the columns are found from. */
const LOOKED_AT = 200;
/** The place of the button that filters, in characters. */
const BUTTON = 3;
/** Rows below the data: an empty one, the caption, the way back. */
const FOOT = 3;
/** Columns of counts that lead to evidence, the first of them that is not 0; and the column of the code that they count. */
const COUNTS: readonly (readonly [count: readonly string[], code: string])[] = [
  [['references', 'assignments', 'units'], 'codeId'],
  [['otherUnits'], 'otherCodeId'],
];

/** What a sheet of a table is made with. */
export interface SheetContext {
  readonly language: Language;
  readonly note: Dataset['note'];
  readonly contents: string;
  /** The sheet of evidence and where codes are in it, where there is one. */
  readonly evidence?: { readonly sheet: string; readonly places: EvidencePlaces } | undefined;
}

/** A table as a sheet: its head and rows alone from the first cell on, so that they filter, and below them its caption. */
export function tableSheet(whole: Table, sheet: string, context: SheetContext): BookSheet {
  const { language, note, contents } = context;
  const room = SHEET_ROWS - 1 - FOOT;
  const table = whole.rows.length > room ? { ...whole, rows: whole.rows.slice(0, room) } : whole;
  const { title, caption, header } = labelledTable({ ...table, rows: [] }, language);
  if (table !== whole) note({ kind: 'rows-cut', table: title, count: whole.rows.length - room });
  const { columns, rows } = table;
  const widths = findWidths(table, header, language);
  const links = sheet === context.evidence?.sheet ? [] : findLinks(table, context);
  if (links.length > SHEET_LINKS)
    note({ kind: 'links-cut', table: title, count: links.length - SHEET_LINKS });
  const kept = links.slice(0, SHEET_LINKS);
  const back: CellLink = { row: rows.length + 3, column: 0, sheet: contents, toRow: 0 };
  const last = Math.max(0, columns.length - 1);
  return {
    name: sheet,
    columns: widths.map((width) => ({ width })),
    rows: rowsOf(table, { header, widths, caption, links: kept, title, context }),
    headRows: 1,
    filtered: { row: 0, column: 0, rows: rows.length + 1, columns: Math.max(1, columns.length) },
    merges: [{ startRow: rows.length + 2, endRow: rows.length + 2, startCol: 0, endCol: last }].filter(
      () => last > 0,
    ),
    links: [...kept, back],
  };
}

function* rowsOf(
  table: Table,
  {
    header,
    widths,
    caption,
    links,
    title,
    context: { language, note },
  }: {
    readonly header: readonly string[];
    readonly widths: readonly number[];
    readonly caption: string;
    readonly links: readonly CellLink[];
    readonly title: string;
    readonly context: SheetContext;
  },
): Generator<BookRow> {
  const { name, columns, rows } = table;
  yield {
    cells: header,
    styles: columns.map(() => 'head'),
    height: heightOf(
      header,
      widths.map((one) => one - BUTTON),
    ),
  };
  const kinds = columns.map((column) => numberKind(name, column));
  const wraps = widths.map((width) => width >= WIDE);
  const isWrapping = wraps.includes(true);
  const usual = columns.map((_, at): StyleName => (wraps[at] ? 'wrapped' : 'text'));
  // Rows of one table mostly have numbers, and nothing, in the same columns.
  const styled = new Map<string, (StyleName | undefined)[]>();
  let [at, link, cut] = [0, 0, 0];
  for (const part of labelledParts(table, language)) {
    for (const texts of part) {
      at += 1;
      const row = rows[at - 1] as Row;
      const cells = columns.map((column, index): BookCell => {
        const value = row[column];
        return typeof value === 'number' ? value : (texts[index] ?? null);
      });
      let mark = '';
      for (const cell of cells) {
        mark += typeof cell === 'number' ? '1' : cell ? '0' : '-';
        if (typeof cell === 'string' && cell.length > CELL_UNITS) cut += 1;
      }
      const linked: number[] = [];
      for (; links[link]?.row === at; link += 1) linked.push(links[link]?.column as number);
      mark += linked.join();
      let styles = styled.get(mark);
      if (!styles) {
        styles = cells.map((cell, index) => {
          if (!cell && cell !== 0) return undefined;
          if (typeof cell === 'string') return usual[index];
          return linked.includes(index) ? 'countLink' : (kinds[index] as StyleName);
        });
        styled.set(mark, styles);
      }
      yield { cells, styles, height: isWrapping ? heightOf(cells, widths) : undefined };
    }
  }
  if (cut > 0) note({ kind: 'text-cut', table: title, count: cut });
  const total = widths.reduce((sum, width) => sum + width, 0);
  yield { cells: [], styles: [] };
  yield { cells: [caption], styles: ['note'], height: heightOf([caption], [Math.min(total, 200)]) };
  yield { cells: [workbookWords[language].back], styles: ['link'] };
}

function findWidths(table: Table, header: readonly string[], language: Language): number[] {
  const { cells } = labelledTable({ ...table, rows: table.rows.slice(0, LOOKED_AT) }, language);
  return header.map((head, at) => {
    const longest = Math.max(0, ...cells.map((row) => Math.min(WIDE, widthOf(row[at] ?? ''))));
    return Math.min(WIDE, Math.max(NARROW, Math.min(16, widthOf(head)) + BUTTON, longest + 2));
  });
}

/** The counts of a table that lead to the first row of the evidence that they count, row by row. */
function findLinks({ columns, rows }: Table, { evidence }: SheetContext): CellLink[] {
  if (!evidence) return [];
  const { sheet, places } = evidence;
  return rows.flatMap((row, at) =>
    COUNTS.flatMap(([counts, code]): CellLink[] => {
      const id = row[code];
      const column = columns.indexOf(counts.find((one) => Number(row[one]) > 0) ?? '');
      if (typeof id !== 'string' || column < 0) return [];
      const caseId = row['caseId'];
      const found = places.rowOf(id, typeof caseId === 'string' ? caseId : undefined);
      return found === undefined ? [] : [{ row: at + 1, column, sheet, toRow: found + 1 }];
    }),
  );
}
