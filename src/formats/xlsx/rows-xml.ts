import type { BookRow } from './book-sheet.js';
import { cellXml } from './cell-text.js';
import type { SheetFrame } from './frame.js';

/** Characters that are handed on together. */
const PIECE = 1 << 16;

/** The texts of a workbook, each written once and called by its number. */
export interface SharedTexts {
  readonly numberOf: (text: string) => number;
  /** The part of the workbook that holds them. */
  readonly pieces: () => Generator<string>;
}

/** Opens an empty list of texts. */
export function openSharedTexts(): SharedTexts {
  const numbers = new Map<string, number>();
  return {
    numberOf: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(text, number);
      return number;
    },
    pieces: function* () {
      const items = function* () {
        for (const text of numbers.keys()) yield `<si><t xml:space="preserve">${cellXml(text)}</t></si>`;
      };
      yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
      yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${numbers.size}">`;
      yield* inPieces(items());
      yield '</sst>';
    },
  };
}

/** The rows of a sheet as XML, piece by piece. A text is shared; a cell without a value keeps its style. */
export function rowsXml(
  rows: Iterable<BookRow>,
  { styles: numbers }: SheetFrame,
  texts: SharedTexts,
): Generator<string> {
  const letters: string[] = [];
  const letterOf = (at: number) => (letters[at] ??= columnLetters(at));
  const write = function* () {
    let number = 0;
    for (const { cells, styles, height } of rows) {
      number += 1;
      let xml =
        height === undefined ? `<row r="${number}">` : `<row r="${number}" ht="${height}" customHeight="1">`;
      for (let at = 0; at < cells.length; at += 1) {
        const cell = cells[at] ?? null;
        const style = styles[at];
        if (style === undefined) continue;
        const begin = `<c r="${letterOf(at)}${number}" s="${numbers[style]}"`;
        if (cell === null || cell === '') xml += `${begin}/>`;
        else if (typeof cell === 'number') xml += `${begin}><v>${cell}</v></c>`;
        else xml += `${begin} t="s"><v>${texts.numberOf(cell)}</v></c>`;
      }
      yield `${xml}</row>`;
    }
  };
  return inPieces(write());
}

function* inPieces(parts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** A for 0, Z for 25, AA for 26. */
function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}
