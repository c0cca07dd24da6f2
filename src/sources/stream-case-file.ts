import { isUtf8 } from 'node:buffer';
import { extname } from 'node:path/posix';
import { streamJsonlCases } from '../formats/jsonl-cases.js';
import type { Limits } from '../formats/limits.js';
import { readLongText } from '../formats/long-text.js';
import type { CaseColumns } from '../formats/table-cases.js';
import type { CaseFile } from '../model/case-file.js';
import type { CaseRecord, LongText } from '../model/case-record.js';
import { type ByteRange, chunksOf, openSteadyChunks } from './file-chunks.js';
import type { FoundFile } from './find-files.js';

/** A case as a file tells it, and that file. */
export interface ReadCase {
  readonly record: CaseRecord<string | LongText>;
  readonly file: CaseFile;
}

/** Awaited now and then while a long file is looked through. */
export type Breathe = () => Promise<void>;

const LINE_FEED = 0x0a;
/** Bytes of a text from which on it is not held whole. */
const LONG_BYTES = 2 ** 23;

/** The format of a file, after its extension. */
export function formatOf(source: string): string {
  return extname(source).slice(1).toLowerCase();
}

/** Whether a text is too long to be held whole. */
export function isLongText(source: string, bytes: number): boolean {
  return bytes > LONG_BYTES && /^(?:txt|md|markdown)$/.test(formatOf(source));
}

/** The case of a long text. */
export async function readLong(
  source: string,
  read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  given: string | undefined,
  breathe: Breathe,
): Promise<ReadCase> {
  const { chunks, sha256 } = openSteadyChunks(source, read);
  const breathing = async function* () {
    for await (const chunk of chunks()) {
      await breathe();
      yield chunk;
    }
  };
  const { text, encoding } = await readLongText(breathing, source, given);
  const file = { sha256: sha256(), format: formatOf(source), encoding, pagesWithoutText: [] };
  return { record: { text, attributes: {}, source }, file };
}

/** The cases of a JSONL file. It is read twice, because its hash goes with its first case. */
export async function* streamJsonl(
  found: FoundFile,
  limits: Limits,
  columns: CaseColumns,
): AsyncGenerator<ReadCase> {
  const { chunks, sha256 } = openSteadyChunks(found.source, () => chunksOf(found));
  for await (const _ of chunks());
  const file = { sha256: sha256(), format: 'jsonl', encoding: 'utf-8', pagesWithoutText: [] };
  for await (const record of streamJsonlCases(found.source, chunks(), limits, columns)) {
    yield { record, file };
  }
}

/** Lines of a file, with how many lie before them and the sha256 of the whole file. */
export interface FileLines extends ByteRange {
  readonly linesBefore: number;
  readonly sha256: string;
}

/** The cases in some lines of a JSONL file. */
export async function* readJsonlLines(
  found: FoundFile,
  { linesBefore, sha256, ...range }: FileLines,
  limits: Limits,
  columns: CaseColumns,
): AsyncGenerator<ReadCase> {
  const file = { sha256, format: 'jsonl', encoding: 'utf-8', pagesWithoutText: [] };
  const before = { lines: linesBefore, bytes: range.from };
  const chunks = chunksOf(found, range);
  for await (const record of streamJsonlCases(found.source, chunks, limits, columns, before)) {
    yield { record, file };
  }
}

/** Whether a file does not begin as UTF-16 or as a binary file does. */
export async function beginsAsUtf8(found: FoundFile): Promise<boolean> {
  for await (const chunk of chunksOf(found))
    return isUtf8(chunk.subarray(0, chunk.lastIndexOf(LINE_FEED) + 1)) && !chunk.includes(0);
  return true;
}
