import { extname } from 'node:path/posix';
import { z } from 'zod';
import { UserError } from '../errors.js';
import type { Attributes } from '../model/case.js';
import type { AttributeTable, CaseRecord } from '../model/case-record.js';
import { readCsv } from './csv.js';
import { decodeUtf8 } from './decode-text.js';
import { readJsonl } from './jsonl.js';

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
  return read(decodeUtf8(bytes, path), path);
}

/** The attribute table in the bytes of a CSV file. */
export function readAttributeTable(path: string, bytes: Uint8Array): AttributeTable {
  return readCsv(decodeUtf8(bytes, path), path);
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

const rowSchema = z
  .object({
    id: z.union([z.string(), z.number()]).nullish(),
    title: z.string().nullish(),
    text: z.string().refine((text) => !/\p{Surrogate}/u.test(text), 'half a surrogate pair'),
  })
  .catchall(z.unknown());

function fromJsonl(text: string, path: string): CaseRecord[] {
  return readJsonl(text, path).map(({ line, value }) => {
    const row = rowSchema.safeParse(value);
    if (!row.success) {
      const problem = z.prettifyError(row.error).replaceAll(/\s+/g, ' ');
      throw new UserError('import/bad-record', { path, line, problem });
    }
    const { id, title, text: body, ...rest } = row.data;
    const attributes = Object.entries(rest)
      .filter(([, content]) => content !== null)
      .map(([name, content]) => [name, typeof content === 'string' ? content : JSON.stringify(content)]);
    return record(`${path}#${line}`, id?.toString(), title, body, Object.fromEntries(attributes));
  });
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
