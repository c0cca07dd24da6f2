import { createHash } from 'node:crypto';
import { UserError } from '../errors.js';
import type { LongText, TextPiece } from '../model/case-record.js';
import { type BadByteSearch, openBadByteSearch, openDecoder } from './decode-text.js';
import { namedEncoding, openEncodingProbe } from './detect-encoding.js';

/** The bytes of a file from its beginning, as often as they are asked for; the first chunk holds the BOM whole. */
export type Chunks = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** UTF-16 units that stand for the whole where a title is looked for. */
const HEAD_LENGTH = 2 ** 20;

/**
 * The text of a file that is too long to be held, as `decodeText` would read it and with the same errors. The bytes are read
 * twice for it (once when their encoding is named), and once more each time that somebody reads the text.
 * @throws UserError import/unknown-encoding, import/wrong-encoding, import/binary-file, import/unclear-encoding,
 *   import/other-encoding
 */
export async function readLongText(
  chunks: Chunks,
  path: string,
  given?: string,
): Promise<{ readonly text: LongText; readonly encoding: string }> {
  const { encoding, pieces } = await decodeChunks(chunks, path, given);
  const hash = createHash('sha256');
  let head = '';
  for await (const { text } of pieces()) {
    hash.update(text, 'utf8');
    if (head.length < HEAD_LENGTH) head = (head + text).trimStart().slice(0, HEAD_LENGTH);
  }
  return { text: { head, version: hash.digest('hex'), pieces }, encoding };
}

/** What chunks hold, as `readLongText` reads it; only their encoding is looked for before somebody reads the pieces. */
export async function decodeChunks(
  chunks: Chunks,
  path: string,
  given?: string,
): Promise<{ readonly encoding: string; readonly pieces: LongText['pieces'] }> {
  const encoding = await encodingOf(chunks, path, given);
  return { encoding, pieces: () => decodePieces(chunks, path, encoding) };
}

async function encodingOf(chunks: Chunks, path: string, given: string | undefined): Promise<string> {
  const probe = openEncodingProbe(path);
  let isBegun = false;
  for await (const chunk of chunks()) {
    const named = isBegun ? undefined : namedEncoding(chunk, given);
    if (named !== undefined) return named;
    isBegun = true;
    probe.see(chunk);
  }
  return probe.decide();
}

async function* decodePieces(chunks: Chunks, path: string, encoding: string): AsyncGenerator<TextPiece> {
  const decode = openDecoder(encoding);
  let bytes = 0;
  const decodeNext = async (chunk?: Uint8Array) => {
    try {
      return decode(chunk);
    } catch {
      const bad = await firstBadByte(chunks, encoding, bytes);
      throw new UserError('import/wrong-encoding', {
        path,
        encoding,
        offset: bad.offset(),
        line: bad.line(),
      });
    }
  };
  for await (const chunk of chunks()) {
    const text = await decodeNext(chunk);
    bytes += chunk.length;
    yield { text, bytes };
  }
  yield { text: await decodeNext(), bytes };
}

/** Where a decoder gives up that can read the first `good` bytes: at the end when the last character is cut. */
async function firstBadByte(chunks: Chunks, encoding: string, good: number): Promise<BadByteSearch> {
  const search = openBadByteSearch(encoding, good);
  for await (const chunk of chunks()) if (search.see(chunk)) break;
  return search;
}
