import { UserError } from '../errors.js';
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
 * @throws UserError import/unknown-encoding, import/wrong-encoding, import/binary-file, import/unclear-encoding
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
    return isBom ? text.slice(1) : text;
  };
}

/**
 * A search, chunk after chunk, for the byte at which a decoder gives up, when it is known to read the first `good`
 * bytes. A search without a find means that the last character is cut.
 */
export function openBadByteSearch(encoding: string, good: number): (chunk: Uint8Array) => number | undefined {
  const decode = openDecoder(encoding);
  let before = 0;
  return (chunk) => {
    const known = Math.min(chunk.length, Math.max(0, good - before));
    decode(chunk.subarray(0, known));
    for (let at = known; at < chunk.length; at += 1) {
      try {
        decode(chunk.subarray(at, at + 1));
      } catch {
        return before + at;
      }
    }
    before += chunk.length;
    return undefined;
  };
}

function decodeAs(bytes: Uint8Array, path: string, encoding: string): DecodedText {
  const decode = openDecoder(encoding);
  try {
    return { text: decode(bytes) + decode(), encoding };
  } catch {
    const offset = openBadByteSearch(encoding, goodBytes(bytes, encoding))(bytes) ?? bytes.length;
    throw new UserError('import/wrong-encoding', { path, encoding, offset });
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
