import { createHash } from 'node:crypto';
import { UserError } from '../errors.js';
import { parsePartHead, parseReceipt } from '../formats/part-lines.js';
import type { PartHead, PartReceipt } from '../model/part.js';
import { type ByteRange, chunksOf, readRange } from './file-chunks.js';
import { readError, statPlainFile } from './read-bytes.js';

/** A part whose receipt was checked against what lies there. */
export interface PartFile {
  readonly path: string;
  readonly head: PartHead;
  readonly receipt: PartReceipt;
  /** In hex, of the whole part but its last line's end and hash. */
  readonly sha256: string;
  /** Where its lines are. */
  readonly body: ByteRange;
}

const LINE_FEED = 0x0a;
/** Bytes that are looked through first for the end of a line. */
const LINE_BYTES = 2 ** 12;

/**
 * Reads what a part says of itself in its first and its last line, without a look at what is between.
 * @throws UserError parts/not-a-part, parts/cut, import/missing-path, import/unreadable
 */
export function peekPart(path: string): PartFile & { readonly hashed: number } {
  const size = sizeOfPart(path);
  const first = firstLine(path, size);
  const head = first === undefined ? undefined : parsePartHead(first.toString('utf8'));
  if (!first || !head) throw new UserError(size === 0 ? 'parts/cut' : 'parts/not-a-part', { path });
  const last = lastLine(path, size);
  const parsed = last && parseReceipt(last.toString('utf8'));
  if (!last || !parsed) throw new UserError('parts/cut', { path });
  const { receipt, sha256, hashed } = parsed;
  const body = { from: first.length + 1, to: size - last.length - 1 };
  return { path, head, receipt, sha256, body, hashed };
}

/**
 * Opens a part and checks that it is whole and as it was written.
 * @throws UserError parts/not-a-part, parts/cut, parts/altered, import/missing-path, import/unreadable
 */
export async function readPart(path: string): Promise<PartFile> {
  const { hashed, ...part } = peekPart(path);
  const { receipt, sha256, body } = part;
  const found = await hashLines(path, { from: 0, to: body.to + hashed });
  const isAsWritten =
    found.sha256 === sha256 && found.lines === receipt.lines + 1 && body.to - body.from === receipt.bytes;
  if (!isAsWritten) throw new UserError('parts/altered', { path });
  return part;
}

/** Whether a file begins as a part does. */
export function isPart(path: string): boolean {
  const size = sizeOfPart(path);
  const first = firstLine(path, size);
  return first !== undefined && parsePartHead(first.toString('utf8')) !== undefined;
}

/** The bytes of the lines of a part. */
export function bytesOfPart({ path, body }: PartFile): AsyncGenerator<Uint8Array> {
  return chunksOf({ path, source: path }, body);
}

/** The lines of a part, those that end in one chunk together. */
export async function* linesOfPart(part: PartFile): AsyncGenerator<string[]> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of bytesOfPart(part)) {
    const end = chunk.lastIndexOf(LINE_FEED);
    if (end >= 0) {
      const whole = Buffer.concat([rest, chunk.subarray(0, end)]);
      yield whole.toString('utf8').split('\n');
    }
    rest = end < 0 ? Buffer.concat([rest, chunk]) : chunk.slice(end + 1);
  }
}

/** Ranges of whole lines of a part, each of at least so many bytes but the last. */
export async function* rangesOfPart(part: PartFile, atLeast: number): AsyncGenerator<ByteRange> {
  const { body } = part;
  let from = body.from;
  let at = body.from;
  for await (const chunk of bytesOfPart(part)) {
    at += chunk.length;
    const end = at - chunk.length + chunk.lastIndexOf(LINE_FEED) + 1;
    if (end - from < atLeast || end <= at - chunk.length) continue;
    yield { from, to: end };
    from = end;
  }
  if (from < body.to) yield { from, to: body.to };
}

function sizeOfPart(path: string): number {
  try {
    return statPlainFile(path, path).size;
  } catch (error) {
    throw readError(error, path);
  }
}

/** The first line of a file, without its end; undefined when it has none. */
function firstLine(path: string, size: number): Buffer | undefined {
  for (let length = Math.min(LINE_BYTES, size); ; length = Math.min(2 * length, size)) {
    const bytes = readRange(path, { from: 0, to: length });
    const end = bytes.indexOf(LINE_FEED);
    if (end >= 0) return bytes.subarray(0, end);
    if (length === size) return undefined;
  }
}

/** The last line of a file, without its end; undefined when the file does not end with a line's end. */
function lastLine(path: string, size: number): Buffer | undefined {
  for (let length = Math.min(LINE_BYTES, size); ; length = Math.min(2 * length, size)) {
    const bytes = readRange(path, { from: size - length, to: size });
    if (bytes.at(-1) !== LINE_FEED) return undefined;
    const before = bytes.lastIndexOf(LINE_FEED, -2);
    if (before >= 0) return bytes.subarray(before + 1, -1);
    if (length === size) return undefined;
  }
}

async function hashLines(path: string, range: ByteRange) {
  const hash = createHash('sha256');
  let lines = 0;
  for await (const chunk of chunksOf({ path, source: path }, range)) {
    hash.update(chunk);
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, end + 1)) lines += 1;
  }
  return { sha256: hash.digest('hex'), lines };
}
