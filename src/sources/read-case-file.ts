import { createHash } from 'node:crypto';
import { extname } from 'node:path/posix';
import { UserError } from '../errors.js';
import { readSheetCsv } from '../formats/csv.js';
import { decodeText, knownEncoding } from '../formats/decode-text.js';
import type { DocumentText, LeftOut } from '../formats/document-text.js';
import { readJsonCases } from '../formats/json-cases.js';
import { readJsonl } from '../formats/jsonl.js';
import { openRowReader } from '../formats/jsonl-cases.js';
import { DEFAULT_LIMITS, type Limits } from '../formats/limits.js';
import { type CaseColumns, holdsCases, recordsOfTable } from '../formats/table-cases.js';
import { openZip } from '../formats/zip.js';
import type { CaseFile } from '../model/case-file.js';
import type { AttributeTable, CaseRecord, DoubledColumn } from '../model/case-record.js';
import type { SplitBy, SplitDocument } from '../model/split-by.js';
import type { UnreadablePage } from '../model/unreadable-page.js';
import { splitRecord } from '../stages/import/split-record.js';
import { usualColumn } from '../text/usual-columns.js';
import { chunksOf, sliceChunks } from './file-chunks.js';
import { type FoundFile, sizeOf } from './find-files.js';
import { readBytes } from './read-bytes.js';
import { openReaderProcess } from './reader-process.js';
import {
  type Breathe,
  beginsAsUtf8,
  type FileLines,
  formatOf,
  isLongText,
  type ReadCase,
  readJsonlLines,
  readLong,
  streamJsonl,
} from './stream-case-file.js';

export { DEFAULT_LIMITS, type Limits };

/** How files are read where they do not say so themselves. */
export interface ReadOptions {
  readonly encoding?: string | undefined;
  readonly columns?: CaseColumns | undefined;
  readonly limits?: Limits | undefined;
  /** Where documents of many cases are split; rows of tables are cases as they are. */
  readonly splitBy?: SplitBy | undefined;
}

/** Reads one file after another; closing ends the process that reads what may hang. */
export interface CaseReader {
  /** `breathe` is awaited now and then while a long file is looked through, so that an interruption comes through. */
  readonly readCases: (found: FoundFile, breathe?: () => Promise<void>) => AsyncGenerator<ReadCase>;
  /** Some lines of a JSONL file in UTF-8, with what is known of the whole of it. */
  readonly readLines: (found: FoundFile, lines: FileLines) => AsyncGenerator<ReadCase>;
  readonly readTable: (found: FoundFile) => Promise<AttributeTable>;
  /** Of the files read so far. */
  readonly unread: () => readonly UnreadPart[];
  readonly doubledColumns: () => readonly DoubledSource[];
  readonly split: () => readonly SplitDocument[];
  readonly close: () => void;
}

/**
 * What of a file is not read: pages without text (from 1), characters of which no font says what they are, sheets that lack a column (`text`, `id`), or what of a document is no
 * part of its text.
 */
export type UnreadPart =
  | { readonly source: string; readonly pages: readonly number[] }
  | { readonly source: string; readonly sheets: readonly string[]; readonly column: 'text' | 'id' }
  | { readonly source: string; readonly unreadable: readonly UnreadablePage[] }
  | { readonly source: string; readonly leftOut: LeftOut };

/** A column that the table of this source has twice. */
export type DoubledSource = Pick<DoubledColumn, 'name' | 'as'> & { readonly source: string };

type Read = Pick<CaseFile, 'encoding'> & {
  readonly pagesWithoutText?: readonly number[];
  readonly records: readonly CaseRecord[];
};
type Reader = (path: string, bytes: Uint8Array) => Promise<Read | readonly Part[]>;
type Wanted = (table: AttributeTable) => boolean;
type Part = { readonly source: string; readonly read: () => Uint8Array };

/** The reader of all formats, each chosen after the extension of a file. */
export function openCaseReader(options: ReadOptions): CaseReader {
  const { encoding, columns = {}, limits = DEFAULT_LIMITS, splitBy } = options;
  /** What is split or put together again is read whole, however long it is. */
  const isReadWhole = splitBy !== undefined || columns.segmented === true;
  const slow = openReaderProcess(limits);
  const unread: UnreadPart[] = [];
  const doubledColumns: DoubledSource[] = [];
  const splits: SplitDocument[] = [];
  /** The records of a file, those of a document split where that is asked. */
  const splitRecords = (source: string, whole: readonly CaseRecord[]) => {
    if (splitBy === undefined || !isDocument(source)) return whole;
    return whole.flatMap((record) => {
      const { records, split } = splitRecord(record, splitBy, formatOf(source) === 'pdf');
      splits.push(split);
      return records;
    });
  };
  /** A table that is read, once its doubled columns are noted. */
  const noted = (table: AttributeTable) => {
    for (const { name, as } of table.doubled ?? []) doubledColumns.push({ source: table.path, name, as });
    return table;
  };
  const readText: Reader = async (path, bytes) => {
    const decoded = decodeText(bytes, path, encoding);
    return { encoding: decoded.encoding, records: [{ text: decoded.text, attributes: {}, source: path }] };
  };
  const readSheet = async (path: string, bytes: Uint8Array) => {
    const { text, encoding: used } = decodeText(bytes, path, encoding);
    return { encoding: used, table: readSheetCsv(text, path) };
  };
  const readDocument = (path: string, document: DocumentText & { readonly encoding?: string }) => {
    if (document.leftOut) unread.push({ source: path, leftOut: document.leftOut });
    return ofDocument(path, document);
  };
  const readers: Readonly<Record<string, Reader>> = {
    txt: readText,
    md: readText,
    csv: async (path, bytes) => {
      const { table, encoding: used } = await readSheet(path, bytes);
      return { encoding: used, records: recordsOfTable(noted(table), columns) };
    },
    jsonl: async (path, bytes) => {
      const { text, encoding: used } = decodeText(bytes, path, encoding);
      const readRow = openRowReader(path, columns);
      return {
        encoding: used,
        records: readJsonl(text, path).map(({ value, line }) => readRow(value, line)),
      };
    },
    json: async (path, bytes) => {
      const { text, encoding: used } = decodeText(bytes, path, encoding);
      return { encoding: used, records: readJsonCases(text, path, columns) };
    },
    docx: async (path, bytes) => readDocument(path, await slow.read('docx', path, bytes)),
    doc: async (path, bytes) => readDocument(path, await slow.read('doc', path, bytes)),
    rtf: async (path, bytes) => readDocument(path, await slow.read('rtf', path, bytes)),
    html: async (path, bytes) => readDocument(path, await slow.read('html', path, bytes, encoding)),
    mhtml: async (path, bytes) => readDocument(path, await slow.read('mhtml', path, bytes, encoding)),
    pdf: async (path, bytes) => {
      const { pagesWithoutText, unreadable, ...document } = await slow.read('pdf', path, bytes);
      if (unreadable.length > 0) unread.push({ source: path, unreadable });
      if (pagesWithoutText.length > 0) unread.push({ source: path, pages: pagesWithoutText });
      return { ...readDocument(path, document), pagesWithoutText };
    },
    xlsx: async (path, bytes) => {
      const tables = await slow.read('xlsx', path, bytes, encoding);
      const chosen = choose(path, tables, 'text', (table) => holdsCases(table, columns));
      return { encoding: null, records: chosen.flatMap((table) => recordsOfTable(noted(table), columns)) };
    },
    zip: async (path, bytes) => {
      const folder = path.slice(0, -'.zip'.length);
      return openZip(path, bytes, limits).map(({ name, read }) => ({ source: `${folder}/${name}`, read }));
    },
  };
  const choose = (
    path: string,
    tables: readonly AttributeTable[],
    column: 'text' | 'id',
    isWanted: Wanted,
  ) => {
    const wanted = tables.filter(isWanted);
    const chosen = wanted.length > 0 ? wanted : tables.slice(0, 1);
    const others = tables.filter((table) => !chosen.includes(table));
    const sheets = others.map((table) => table.path.slice(path.length + 1));
    if (sheets.length > 0) unread.push({ source: path, sheets, column });
    return chosen;
  };
  const bytesOf = (found: FoundFile) => {
    const { fileBytes: allowed } = limits;
    if (sizeOf(found) <= allowed) return readBytes(found.path, found.source);
    throw new UserError('import/over-limit', { path: found.source, limit: 'fileBytes', allowed });
  };
  const readerOf = (path: string) => {
    const extension = extname(path).toLowerCase();
    const read = readers[SAME_AS[extension.slice(1)] ?? extension.slice(1)];
    if (read === undefined) throw new UserError('import/unknown-format', { path, extension });
    return read;
  };

  async function* readBytesOf(source: string, bytes: Uint8Array, breathe: Breathe): AsyncGenerator<ReadCase> {
    if (!isReadWhole && isLongText(source, bytes.length)) {
      yield readLong(source, () => sliceChunks(bytes), encoding, breathe);
      return;
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const read = await readerOf(source)(source, bytes);
    if ('records' in read) {
      const { encoding: used, pagesWithoutText = [] } = read;
      const file = { sha256, format: formatOf(source), encoding: used, pagesWithoutText };
      for (const record of splitRecords(source, read.records)) yield { record, file };
    } else {
      for (const part of read) yield* readBytesOf(part.source, part.read(), breathe);
    }
  }

  async function* readCases(found: FoundFile, breathe: Breathe = async () => {}): AsyncGenerator<ReadCase> {
    const mayBeUtf8 = encoding === undefined || knownEncoding(encoding) === 'utf-8';
    if (found.isLink) throw new UserError('import/symbolic-link', { path: found.source });
    readerOf(found.source);
    if (formatOf(found.source) === 'jsonl' && mayBeUtf8 && (await beginsAsUtf8(found))) {
      yield* streamJsonl(found, limits, columns);
    } else if (!isReadWhole && isLongText(found.source, sizeOf(found))) {
      yield readLong(found.source, () => chunksOf(found), encoding, breathe);
    } else yield* readBytesOf(found.source, bytesOf(found), breathe);
  }

  return {
    close: slow.close,
    unread: () => unread,
    doubledColumns: () => doubledColumns,
    split: () => splits,
    readCases,
    readLines: (found, lines) => readJsonlLines(found, lines, limits, columns),
    readTable: async (found) => {
      const bytes = bytesOf(found);
      if (!/^(?:xls[xm]?|ods)$/.test(formatOf(found.source)))
        return noted((await readSheet(found.source, bytes)).table);
      const tables = await slow.read('xlsx', found.source, bytes, encoding);
      const [table] = choose(found.source, tables, 'id', namesCases);
      return noted(table ?? { path: found.source, columns: [], rows: [] });
    },
  };
}

/** Whether a file is of a format whose files are one text each. */
export function isDocument(source: string): boolean {
  return /^(?:docx?|html?|markdown|md|mhtml?|pdf|rtf|txt)$/.test(formatOf(source));
}

const SAME_AS: Readonly<Record<string, string>> = {
  htm: 'html',
  mht: 'mhtml',
  tsv: 'csv',
  markdown: 'md',
  xls: 'xlsx',
  xlsm: 'xlsx',
  ods: 'xlsx',
};

/** Whether a table says of which cases its rows are. */
export function namesCases({ columns }: AttributeTable): boolean {
  return usualColumn(columns, 'id') !== undefined || usualColumn(columns, 'file') !== undefined;
}

function ofDocument(path: string, read: DocumentText & { readonly encoding?: string }): Read {
  const { text, title, marks = [], encoding = null } = read;
  const record = { text, marks, attributes: {}, source: path, ...(title ? { title } : {}) };
  return { encoding, records: [record] };
}
