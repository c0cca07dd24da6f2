import type { WorkBook } from '@e965/xlsx';
import { CODE_PAGES } from './code-pages.js';
import { decodeText, knownEncoding } from './decode-text.js';

type SheetJs = typeof import('@e965/xlsx');

const BEGINNING_OF_FILE = 0x809;
const CODE_PAGE = 0x42;
/** From Excel 97 on texts are in Unicode. */
const EXCEL_97 = 0x600;

/**
 * What brings the texts of a workbook of Excel 5 or 95, each of whose bytes SheetJS makes a character, into their encoding:
 * the given one, else that of its code page. Programs put the Western one into Chinese files as well: then the texts tell.
 * Undefined for a workbook of Excel 97 or later.
 * @throws UserError as `decodeText`
 */
export function oldExcelDecoder(
  { CFB }: SheetJs,
  path: string,
  bytes: Uint8Array,
  workbook: WorkBook,
  given: string | undefined,
): ((text: string) => string) | undefined {
  const book = CFB.find(CFB.read(bytes, { type: 'array' }), '/Book');
  const codePage = book ? codePageOf(Uint8Array.from(book.content)) : undefined;
  if (codePage === undefined) return undefined;
  const stated = given === undefined ? CODE_PAGES[codePage] : (knownEncoding(given) ?? given);
  const { encoding } = decodeText(bytesOf(textsOf(workbook).join('\n')), path, stated);
  return (text) => decodeText(bytesOf(text), path, encoding).text;
}

/** The code page of a stream of records (0 when it names none); undefined when its texts are in Unicode. */
function codePageOf(stream: Uint8Array): number | undefined {
  const records = new DataView(stream.buffer, stream.byteOffset, stream.length);
  for (let at = 0; at + 6 <= stream.length; at += 4 + records.getUint16(at + 2, true)) {
    const type = records.getUint16(at, true);
    const value = records.getUint16(at + 4, true);
    if (at === 0 && (type !== BEGINNING_OF_FILE || value >= EXCEL_97)) return undefined;
    if (type === CODE_PAGE) return value;
  }
  return 0;
}

function textsOf({ SheetNames, Sheets }: WorkBook): string[] {
  const cells = Object.values(Sheets).flatMap((sheet) => sheet['!data']?.flat() ?? []);
  return [...SheetNames, ...cells.flatMap((cell) => (typeof cell?.v === 'string' ? [cell.v] : []))];
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1');
