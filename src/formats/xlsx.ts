import type { CellObject, DenseWorkSheet, WorkBook } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { UserError } from '../errors.js';
import type { AttributeTable } from '../model/case-record.js';
import type { Problem } from '../model/problem.js';
import { readSheetCsv } from './csv.js';
import { decodeText } from './decode-text.js';
import type { Limits } from './limits.js';
import { isEncrypted, isOle } from './office-package.js';
import { oldExcelDecoder } from './old-excel.js';
import { isFilled, type SheetCell, tableOfSheet } from './sheet-table.js';
import { doubtOfCell, valueOfCell } from './xlsx-cell.js';
import { unpackDocument } from './zip.js';

type SheetJs = typeof import('@e965/xlsx');

const ZIP = [0x50, 0x4b];
const MARKUP = /^\s*<(?:[a-z][a-z\d]*[\s/>]|!doctype html|\?xml|\?mso|!--)/i;
/** What a table has at least, as a web page or as text. */
const TABLE = /<table[\s>]/i;
const CELLS = /^[^\r\n\t]*\t/m;
const META_CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i;
const HEAD_BYTES = 4096;

/**
 * The sheets of a workbook (.xlsx, .xls, .ods, or a web page or a text with tabs saved as one) that hold anything, each with its
 * header row. Cells are read as their values: dates as ISO, numbers unformatted, formulas as last computed; a merged
 * cell counts for every row it covers. Of several sheets each has a path of its own.
 * @param encoding overrules what a workbook of Excel 95, a web page or a text says of its own
 * @throws UserError import/corrupt-file, import/encrypted-file, import/over-limit, and those of `decodeText`
 */
export async function readXlsx(
  path: string,
  bytes: Uint8Array,
  limits: Limits,
  encoding?: string,
): Promise<AttributeTable[]> {
  const text = plainTable(path, bytes, encoding);
  if (text !== undefined) return [readSheetCsv(text, path)];
  const sheetJs = await import('@e965/xlsx');
  const workbook = parseWorkbook(sheetJs, path, bytes, limits, encoding);
  const decode =
    (isOle(bytes) ? oldExcelDecoder(sheetJs, path, bytes, workbook, encoding) : undefined) ?? String;
  const uses1904 = workbook.Workbook?.WBProps?.date1904 ?? false;
  let cells = 0;
  const filled = workbook.SheetNames.flatMap((name) => {
    const sheet = workbook.Sheets[name] as DenseWorkSheet | undefined;
    const rows = rowsOf(sheet, (cell): SheetCell => {
      cells += 1;
      if (cells > limits.sheetCells) {
        throw new UserError('import/over-limit', { path, limit: 'sheetCells', allowed: limits.sheetCells });
      }
      const doubt = doubtOfCell(sheetJs, cell);
      const comment = cell.c?.map(({ t = '' }) => decode(t.replace(/\0.*$/s, '').trim())).join('\n');
      return {
        text: decode(valueOfCell(sheetJs, cell, uses1904)),
        ...(doubt && { doubt }),
        ...(comment && { comment }),
      };
    });
    const merges = sheet?.['!merges'] ?? [];
    return rows.some(isFilled) ? [{ name, rows, merges }] : [];
  });
  return filled.map(({ name, rows, merges }) =>
    tableOfSheet(filled.length === 1 ? path : `${path}/${decode(name)}`, rows, merges),
  );
}

/** The text of a file that is a table of text whatever its name says, as some systems export it. */
function plainTable(path: string, bytes: Uint8Array, encoding?: string): string | undefined {
  if (isOle(bytes) || ZIP.every((byte, at) => bytes[at] === byte)) return undefined;
  if (MARKUP.test(asciiOf(bytes.subarray(0, HEAD_BYTES)))) return undefined;
  try {
    const { text } = decodeText(bytes, path, encoding);
    return CELLS.test(text) ? text : undefined;
  } catch (error) {
    // Excel's own files before the nineties are no text either.
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** Sheet.js takes any bytes for some kind of table: only what is one gets there, checked and unpacked. */
function parseWorkbook(
  sheetJs: SheetJs,
  path: string,
  bytes: Uint8Array,
  limits: Limits,
  encoding?: string,
): WorkBook {
  const options = {
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellFormula: true,
    raw: true,
  } as const;
  const head = asciiOf(bytes.subarray(0, HEAD_BYTES));
  try {
    if (ZIP.every((byte, at) => bytes[at] === byte)) {
      const parts = unpackDocument(path, bytes, limits).map(({ name, bytes: part }) => {
        // Sheet.js leaves entities as they stand: a text that says something else than Excel shows.
        if (Buffer.from(part.buffer, part.byteOffset, part.length).includes('<!DOCTYPE')) {
          throw corrupt(path, { kind: 'document-type' });
        }
        return [name, spelledPart(part)] as const;
      });
      const zip = zipSync(Object.fromEntries(parts), { level: 0 });
      // Cells without a value are left out otherwise: a sheet may have a great many.
      const sheetStubs = parts.some(([name, part]) => isSheet(name) && hasBareFormula(part));
      return sheetJs.read(zip, { ...options, sheetStubs, type: 'array' });
    }
    if (isOle(bytes)) {
      if (isEncrypted(bytes)) throw new UserError('import/encrypted-file', { path });
      return sheetJs.read(bytes, { ...options, type: 'array' });
    }
    if (MARKUP.test(head) && TABLE.test(latinOf(bytes))) {
      const declared = encoding ?? META_CHARSET.exec(head)?.[1];
      return sheetJs.read(spelledOut(decodeText(bytes, path, declared).text), { ...options, type: 'string' });
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (/password|encrypt/i.test(String(error))) throw new UserError('import/encrypted-file', { path });
    throw corrupt(path, { kind: 'damaged-content' });
  }
  throw corrupt(path, { kind: 'not-a-workbook' });
}

const CDATA_OR_REFERENCE = /<!\[CDATA\[[\s\S]*?\]\]>|&#(x[\da-f]{2,6}|\d{3,7});/gi;

/** Sheet.js reads no character beyond 16 bits from its number, and of a web page none: these become characters. */
function spelledOut(markup: string, write = (character: string) => character): string {
  return markup.replace(CDATA_OR_REFERENCE, (found: string, number: string | undefined) => {
    const code = Number(number?.replace(/^x/i, '0x') ?? Number.NaN);
    return code >= 0x80 && code <= 0x10ffff ? write(String.fromCodePoint(code)) : found;
  });
}

/** The same in the UTF-8 of a part, whose pictures and other bytes without such numbers stay as they are. */
function spelledPart(part: Uint8Array): Uint8Array {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.length);
  if (!bytes.includes('&#')) return part;
  const utf8 = (character: string) => Buffer.from(character).toString('latin1');
  return Buffer.from(spelledOut(bytes.toString('latin1'), utf8), 'latin1');
}

const isSheet = (name: string) => /worksheets\/[^/]+\.xml$/i.test(name);

const BARE_FORMULA =
  /(?:<\/(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^<>]*)?\/>)\s*(?:<(?:\w+:)?v\s*(?:\/>|>\s*<\/(?:\w+:)?v>)\s*)?<\/(?:\w+:)?c>/;

/** Whether a sheet has a formula without any value: a program wrote it, and none has computed it. */
function hasBareFormula(part: Uint8Array): boolean {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
  return BARE_FORMULA.test(xml);
}

/** What markup says in ASCII is the same in every encoding but for BOM and zero bytes. */
function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.filter((byte) => byte > 0 && byte < 0x80));
}

/** Every byte as a character, without the zeros of UTF-16. */
function latinOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').replaceAll('\0', '');
}

/** The range that a sheet states may be far larger than what it holds, so only its cells are walked. */
function rowsOf(sheet: DenseWorkSheet | undefined, read: (cell: CellObject) => SheetCell): SheetCell[][] {
  const rows: SheetCell[][] = [];
  sheet?.['!data']?.forEach((cells, at) => {
    const row: SheetCell[] = [];
    cells?.forEach((cell, column) => {
      // A cell without a value may have a comment.
      if (cell && (cell.t !== 'z' || cell.f !== undefined || cell.c)) row[column] = read(cell);
    });
    rows[at] = row;
  });
  return rows;
}

function corrupt(path: string, problem: Problem): UserError {
  return new UserError('import/corrupt-file', { path, format: 'Excel', problem });
}
