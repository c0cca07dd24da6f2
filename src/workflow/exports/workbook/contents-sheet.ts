import type { BookRow, BookSheet } from '../../../formats/xlsx/book-sheet.js';
import { heightOf } from '../../../formats/xlsx/cell-text.js';
import type { Language } from '../../../model/language.js';
import { workbookWords } from '../../../report/workbook-words.js';

/** What the contents say of a sheet. */
export interface ListedSheet {
  readonly sheet: string;
  readonly rows: number;
  readonly caption: string;
}

const WIDTHS = [32, 10, 100];

/** The first sheet of a workbook: its tables, each with the way to it, how many rows it has and what it counts. */
export function contentsSheet(listed: readonly ListedSheet[], language: Language): BookSheet {
  const { contents, heads, hints } = workbookWords[language];
  const hint = (text: string): BookRow => ({
    cells: [null, null, text],
    styles: ['note', 'note', 'note'],
    height: heightOf([null, null, text], WIDTHS),
  });
  return {
    name: contents,
    columns: WIDTHS.map((width) => ({ width })),
    rows: [
      { cells: heads, styles: ['head', 'head', 'head'] },
      ...listed.map(
        ({ sheet, rows, caption }): BookRow => ({
          cells: [sheet, rows, caption],
          styles: ['link', 'count', 'wrapped'],
          height: heightOf([sheet, null, caption], WIDTHS),
        }),
      ),
      ...hints.map(hint),
    ],
    headRows: 1,
    links: listed.map(({ sheet }, at) => ({ row: at + 1, column: 0, sheet, toRow: 0 })),
  };
}
