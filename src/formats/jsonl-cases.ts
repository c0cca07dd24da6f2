import { z } from 'zod';
import { UserError } from '../errors.js';
import type { CaseRecord } from '../model/case-record.js';
import type { Problem } from '../model/problem.js';
import { isDeeperThan, parseExactJson } from './exact-json.js';
import { problemOfJson } from './json-problem.js';
import type { Limits } from './limits.js';
import { placeOfIssue, problemOfIssue } from './schema-problem.js';
import { type CaseColumns, textOfRow } from './table-cases.js';

const rowSchema = z.record(z.string(), z.unknown());
/** What SQLite would keep as another text. */
const isWhole = (text: string) => !/\p{Surrogate}/u.test(text);
const wholeSchema = z.string().refine(isWhole, { params: { problem: 'half-surrogate' } });
const idSchema = z.union([wholeSchema, z.number()]).nullish();
/** Arrays and objects within each other that an attribute may have. */
const DEEPEST = 100;
const LINE_FEED = 0x0a;
const UTF8_BOM = '\ufeff';

/** Says what is wrong with the object of a number, counted from 1. */
type RowFault = (number: number, place: string, problem: Problem) => UserError;

/**
 * What reads the case that an object tells, such as a line of a JSONL file; members that are not id, title or text become
 * attributes. Programs for annotation (Label Studio) have the members of a text in one that is called data.
 * @param fault what it throws, where it is not UserError import/bad-record
 */
export function openRowReader(
  path: string,
  columns: CaseColumns = {},
  fault: RowFault = (line, place, problem) =>
    new UserError('import/bad-record', { path, line, place, problem }),
): (value: unknown, number: number) => CaseRecord {
  const names = { id: columns.id ?? 'id', title: columns.title ?? 'title', text: columns.text ?? 'text' };
  const members = z.object({
    [names.id]: idSchema,
    [names.title]: wholeSchema.nullish(),
    [names.text]: textSchema(columns),
  });
  const schema = rowSchema.pipe(members.loose());
  return (given, number) => {
    const value = withData(given, names.text);
    const row = schema.safeParse(value, { reportInput: true });
    if (!row.success) {
      const [issue] = row.error.issues;
      throw fault(number, placeOfIssue(issue), problemOfIssue(issue));
    }
    const {
      [names.id]: id,
      [names.title]: title,
      [names.text]: text,
      ...rest
    } = value as Record<string, unknown>;
    const attributes = Object.entries(rest)
      .filter(([, content]) => content !== null)
      .map(([name, content]) => {
        const fail = (problem: Problem) => fault(number, name, problem);
        if (isDeeperThan(DEEPEST, content)) throw fail({ kind: 'too-deep', most: DEEPEST });
        const written = typeof content === 'string' ? content : JSON.stringify(content);
        // JSON writes halves in nested texts as their numbers.
        if (!isWhole(name + written)) throw fail({ kind: 'half-surrogate' });
        return [name, written];
      });
    return {
      ...(id || id === 0 ? { id: String(id) } : {}),
      ...(title ? { title: String(title) } : {}),
      ...textOfRow(Array.isArray(text) ? JSON.stringify(text) : String(text ?? ''), columns),
      attributes: Object.fromEntries(attributes),
      source: `${path}#${number}`,
    };
  };
}

function textSchema({ withoutText, segmented }: CaseColumns) {
  const text = segmented ? z.union([wholeSchema, z.array(z.unknown())]) : wholeSchema;
  return withoutText ? text.nullish() : text;
}

/** An object with the members of its data beside its own, where only these have a text. */
function withData(value: unknown, text: string): unknown {
  const whole = rowSchema.safeParse(value).data;
  const data = rowSchema.safeParse(whole?.['data']).data;
  if (!whole || !data || text in whole || !(text in data)) return value;
  const { data: _, ...rest } = whole;
  return { ...data, ...rest };
}

/** How much of a file lies before what is read of it. */
export interface ReadBefore {
  readonly lines: number;
  readonly bytes: number;
}

/**
 * The cases of a JSONL file in UTF-8, one after the other as its bytes come, so that it may be of any size; or those of
 * its lines behind so many.
 * @throws UserError import/bad-record, import/wrong-encoding, import/over-limit
 */
export async function* streamJsonlCases(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: Limits,
  columns: CaseColumns = {},
  before: ReadBefore = { lines: 0, bytes: 0 },
): AsyncGenerator<CaseRecord> {
  const readRow = openRowReader(path, columns);
  let line = before.lines;
  let offset = before.bytes;
  for await (const bytes of splitLines(path, chunks, limits)) {
    line += 1;
    const json = decodeLine(path, bytes, offset, line);
    offset += bytes.length + 1;
    if (json.trim() !== '') yield readRow(parse(json, path, line), line);
  }
}

async function* splitLines(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  { recordBytes }: Limits,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]);
      parts = [];
      held = 0;
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
    held += chunk.length - start;
    if (held > recordBytes) {
      throw new UserError('import/over-limit', { path, limit: 'recordBytes', allowed: recordBytes });
    }
  }
  if (held > 0) yield Buffer.concat(parts);
}

function decodeLine(path: string, bytes: Uint8Array, offset: number, line: number): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return line === 1 && text.startsWith(UTF8_BOM) ? text.slice(1) : text;
  } catch {
    throw new UserError('import/wrong-encoding', { path, encoding: 'utf-8', offset, line });
  }
}

function parse(json: string, path: string, line: number): unknown {
  try {
    return parseExactJson(json);
  } catch (error) {
    throw new UserError('import/bad-record', { path, line, place: '', problem: problemOfJson(error) });
  }
}
