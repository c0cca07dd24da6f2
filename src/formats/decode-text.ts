import { UserError } from '../errors.js';
import { withHongKongCharacters } from './big5-hkscs.js';
import { namedEncoding, openEncodingProbe } from './detect-encoding.js';

export { bomOf, knownEncoding } from './detect-encoding.js';

/** A text and the encoding its bytes were read in, as TextDecoder names it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

const CHUNK_BYTES = 1 << 16;

/**
 * The text of a file without its BOM, otherwise untouched. A given encoding rules, then the BOM, then what the
 * bytes themselves tell (`openEncodingProbe`).
 * @throws UserError import/unknown-encoding, import/wrong-encoding, import/binary-file, import/unclear-encoding,
 *   import/other-encoding
 */
export function decodeText(bytes: Uint8Array, path: string, encoding?: string): DecodedText {
  const named = namedEncoding(bytes, encoding);
  if (named !== undefined) return decodeAs(bytes, path, named);
  const probe = openEncodingProbe(path);
  probe.see(bytes);
  return decodeAs(bytes, path, probe.decide());
}

/** A decoder that takes chunk after chunk, and none at the end, and drops the BOM; it throws on what does not fit. */
export function openDecoder(encoding: string): (chunk?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let isBegun = false;
  return (chunk) => {
    const text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    // The decoder takes away the BOMs of Unicode only.
    const isBom = !isBegun && encoding === 'gb18030' && text.startsWith('\ufeff');
    isBegun ||= text !== '';
    if (encoding === 'big5') return withHongKongCharacters(text);
    return isBom ? text.slice(1) : text;
  };
}

/** A search for the byte at which a decoder gives up, and its line, both counted so far. */
export interface BadByteSearch {
  /** Whether it is in this chunk, the next of the file. */
  readonly see: (chunk: Uint8Array) => boolean;
  readonly offset: () => number;
  readonly line: () => number;
}

/**
 * A search, chunk after chunk, when the decoder is known to read the first `good` bytes. A search without a find means that
 * the last character is cut.
 */
export function openBadByteSearch(encoding: string, good: number): BadByteSearch {
  const decode = openDecoder(encoding);
  let offset = 0;
  let line = 1;
  let endsInReturn = false;
  const pass = (bytes: Uint8Array) => {
    const text = decode(bytes);
    const rest = endsInReturn && text.startsWith('\n') ? text.slice(1) : text;
    line += rest.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (text !== '') endsInReturn = text.endsWith('\r');
    offset += bytes.length;
  };
  return {
    see: (chunk) => {
      const known = Math.min(chunk.length, Math.max(0, good - offset));
      try {
        pass(chunk.subarray(0, known));
        for (let at = known; at < chunk.length; at += 1) pass(chunk.subarray(at, at + 1));
        return false;
      } catch {
        return true;
      }
    },
    offset: () => offset,
    line: () => line,
  };
}

function decodeAs(bytes: Uint8Array, path: string, encoding: string): DecodedText {
  const decode = openDecoder(encoding);
  try {
    return { text: decode(bytes) + decode(), encoding };
  } catch {
    const search = openBadByteSearch(encoding, goodBytes(bytes, encoding));
    search.see(bytes);
    throw new UserError('import/wrong-encoding', {
      path,
      encoding,
      offset: search.offset(),
      line: search.line(),
    });
  }
}

/** How many bytes can be read, to some thousands. */
function goodBytes(bytes: Uint8Array, encoding: string): number {
  const decode = openDecoder(encoding);
  let at = 0;
  try {
    for (; at < bytes.length; at += CHUNK_BYTES) decode(bytes.subarray(at, at + CHUNK_BYTES));
    return bytes.length;
  } catch {
    return at;
  }
}
