import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { UserError } from '../errors.js';
import { type FoundFile, sizeOf } from './find-files.js';
import { readError } from './read-bytes.js';

const CHUNK_BYTES = 2 ** 20;

/** Bytes that are read from the beginning each time, and the hash of them all. */
export interface SteadyChunks {
  /** @throws UserError import/changed-file when they are not those that were read the first time */
  readonly chunks: () => AsyncGenerator<Uint8Array>;
  /** The sha256 in hex of what was read to its end. */
  readonly sha256: () => string;
}

/** Bytes of a file, from one up to, and without, another. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The bytes of a file, or those of a range, chunk by chunk, up to the length it has now: one that grows as fast as it is
 * read would never end.
 * @throws UserError import/unreadable, import/changed-file
 */
export async function* chunksOf(found: FoundFile, range?: ByteRange): AsyncGenerator<Uint8Array> {
  const { path, source } = found;
  const size = sizeOf(found);
  const { from, to } = range ?? { from: 0, to: size };
  if (from >= to && range) return;
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES, start: from, end: Math.max(0, to - 1) });
  } catch (error) {
    throw readError(error, source);
  }
  if (sizeOf(found) !== size) throw new UserError('import/changed-file', { path: source });
}

/** The chunks of a file that is read more than once; should it change meanwhile, that is told. */
export function openSteadyChunks(
  source: string,
  read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): SteadyChunks {
  let first: string | undefined;
  return {
    async *chunks() {
      const hash = createHash('sha256');
      for await (const chunk of read()) {
        hash.update(chunk);
        yield chunk;
      }
      const sha256 = hash.digest('hex');
      first ??= sha256;
      if (sha256 !== first) {
        throw new UserError('import/changed-file', { path: source });
      }
    },
    sha256: () => {
      if (first === undefined) throw new Error(`${source} was not read to its end`);
      return first;
    },
  };
}

/**
 * Bytes of a file at once; messages call it by its path.
 * @throws UserError import/missing-path, import/unreadable, import/changed-file
 */
export function readRange(path: string, { from, to }: ByteRange): Buffer {
  const bytes = Buffer.allocUnsafe(to - from);
  try {
    const file = openSync(path, 'r');
    try {
      for (let at = 0; at < bytes.length; ) {
        const read = readSync(file, bytes, at, bytes.length - at, from + at);
        if (read === 0) throw new UserError('import/changed-file', { path });
        at += read;
      }
      return bytes;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw readError(error, path);
  }
}

/** Bytes in memory, in chunks as of a file. */
export function* sliceChunks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}
