import { packZip, type ZipPart } from '../pack-zip.js';
import type { BookSheet, NamedRange } from './book-sheet.js';
import { makeBookParts, makeFrame } from './frame.js';
import { openSharedTexts, rowsXml } from './rows-xml.js';

/** A sheet and its place in the workbook, from 0: it may be written before one that stands before it. */
export interface PlacedSheet {
  readonly place: number;
  readonly sheet: BookSheet;
}

/**
 * Writes an .xlsx workbook piece by piece, its rows as they come; same sheets, same bytes. The library writes all but the rows,
 * because it has no way to write several sheets without having all of their cells in memory.
 */
export function writeWorkbook(
  sheets: Iterable<PlacedSheet> | AsyncIterable<PlacedSheet>,
  names: readonly NamedRange[] = [],
): AsyncGenerator<Uint8Array, void, undefined> {
  return packZip(partsOf(sheets, names));
}

async function* partsOf(
  sheets: Iterable<PlacedSheet> | AsyncIterable<PlacedSheet>,
  names: readonly NamedRange[],
): AsyncGenerator<ZipPart> {
  const texts = openSharedTexts();
  const written: Omit<BookSheet, 'rows'>[] = [];
  for await (const { place, sheet } of sheets) {
    const frame = await makeFrame(sheet);
    const pieces = function* () {
      yield frame.before;
      yield* rowsXml(sheet.rows, frame, texts);
      yield frame.after;
    };
    yield { path: `xl/worksheets/sheet${place + 1}.xml`, pieces: pieces() };
    const { name, columns, headRows, filtered, isHidden } = sheet;
    written[place] = { name, columns, headRows, filtered, isHidden };
  }
  yield { path: 'xl/sharedStrings.xml', pieces: texts.pieces() };
  const parts = await makeBookParts(written, names);
  for (const [path, bytes] of Object.entries(parts)) yield { path, pieces: [bytes] };
}
