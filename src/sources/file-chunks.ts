import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
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

/**
 * The bytes of a file, chunk by chunk, up to the length it has now: one that grows as fast as it is read would never end.
 * @throws UserError import/unreadable, import/changed-file
 */
export async function* chunksOf(found: FoundFile): AsyncGenerator<Uint8Array> {
  const { path, source } = found;
  const size = sizeOf(found);
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES, end: Math.max(0, size - 1) });
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

/** Bytes in memory, in chunks as of a file. */
export function* sliceChunks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}
