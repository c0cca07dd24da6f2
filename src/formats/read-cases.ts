import { extname } from 'node:path/posix';
import { UserError } from '../errors.js';
import type { Attributes } from '../model/case.js';
import type { AttributeTable, CaseRecord } from '../model/case-record.js';
import { readCsv } from './csv.js';
import { decodeText } from './decode-text.js';
import { readJsonl } from './jsonl.js';
import { recordOfRow } from './jsonl-cases.js';

type Reader = (text: string, path: string) => CaseRecord[];

const READERS: Readonly<Record<string, Reader>> = {
  '.csv': fromCsv,
  '.jsonl': fromJsonl,
  '.md': fromPlainText,
  '.txt': fromPlainText,
};

/**
 * The cases a file holds, read after its extension: a text is one case, a table has one a row.
 * `path` is relative to the import argument, with `/`.
 * @throws UserError import/…
 */
export function readCaseRecords(path: string, bytes: Uint8Array): CaseRecord[] {
  const extension = extname(path).toLowerCase();
  const read = READERS[extension];
  if (read === undefined) throw new UserError('import/unknown-format', { path, extension });
  return read(decodeText(bytes, path).text, path);
}

/** The attribute table in the bytes of a CSV file. */
export function readAttributeTable(path: string, bytes: Uint8Array): AttributeTable {
  return readCsv(decodeText(bytes, path).text, path);
}

function fromPlainText(text: string, path: string): CaseRecord[] {
  return [{ text, attributes: {}, source: path }];
}

function fromCsv(text: string, path: string): CaseRecord[] {
  const { columns, rows } = readCsv(text, path);
  if (!columns.includes('text')) {
    throw new UserError('import/missing-column', { path, column: 'text', found: columns.join(', ') });
  }
  return rows.map(({ line, values: { id, title, text: body, ...attributes } }) =>
    record(`${path}#${line}`, id, title, body ?? '', attributes),
  );
}

function fromJsonl(text: string, path: string): CaseRecord[] {
  return readJsonl(text, path).map(({ line, value }) => recordOfRow(value, path, line));
}

function record(
  source: string,
  id: string | undefined,
  title: string | null | undefined,
  text: string,
  attributes: Attributes,
): CaseRecord {
  return { ...(id ? { id } : {}), ...(title ? { title } : {}), text, attributes, source };
}
