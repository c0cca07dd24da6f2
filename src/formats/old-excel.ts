import type { WorkBook } from '@e965/xlsx';
import { decodeText, knownEncoding } from './decode-text.js';

type SheetJs = typeof import('@e965/xlsx');

const BEGINNING_OF_FILE = 0x809;
const CODE_PAGE = 0x42;
/** From Excel 97 on texts are in Unicode. */
const EXCEL_97 = 0x600;

/** What TextDecoder calls the code pages in which others than Western texts are written. */
const ENCODINGS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10001: 'shift_jis',
  10002: 'big5',
  10003: 'euc-kr',
  10008: 'gb18030',
};

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
  const stated = given === undefined ? ENCODINGS[codePage] : (knownEncoding(given) ?? given);
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
