import { UserError } from '../errors.js';
import { readingScore } from './reading-score.js';

/** A text and the encoding its bytes were read in, as TextDecoder names it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** Names that people and programs use and TextDecoder does not know; gb18030 holds all of gb2312 and gbk. */
const ALIASES: Readonly<Record<string, string>> = {
  cp936: 'gb18030',
  cp950: 'big5',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'utf-8-sig': 'utf-8',
  utf16: 'utf-16',
};

/** What a Chinese text may be encoded in, for messages. */
const KNOWN = 'utf-8, utf-16le, utf-16be, gb18030 (gbk, gb2312), big5';

const BOMS: readonly (readonly [encoding: string, bom: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/** So much of a file shows its encoding; it begins at the first character beyond ASCII. */
const SAMPLE_BYTES = 1 << 18;
const CHUNK_BYTES = 1 << 16;

/** A reading that scores less is no Chinese text; one that scores so much is nothing else. */
const ACCEPTABLE = 0.25;
const CONVINCING = 1.2;
/** Of two readings whose scores lie closer together neither is certain. */
const LEAST_MARGIN = 0.05;
/** UTF-8 with at least so many good characters for each broken one was damaged; nothing else looks like it. */
const GOOD_FOR_EACH_BROKEN = 4;

const CONTROL = /(?!\s)\p{Cc}/u;

/**
 * The text of a file without its BOM, otherwise untouched. A given encoding rules. Without one it is decided in
 * this order: the BOM; UTF-8, when every byte fits; damaged UTF-8, which is refused; and of UTF-16 without a
 * BOM, GB18030 and Big5 that under which the bytes read as the most common Chinese.
 * @throws UserError import/unknown-encoding, import/wrong-encoding, import/binary-file, import/unclear-encoding
 */
export function decodeText(bytes: Uint8Array, path: string, encoding?: string): DecodedText {
  if (encoding !== undefined) return decodeAs(bytes, path, encodingName(encoding, bytes));
  const marked = bomOf(bytes);
  if (marked !== undefined) return decodeAs(bytes, path, marked);
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined && !CONTROL.test(utf8)) return { text: utf8, encoding: 'utf-8' };

  const sample = sampleOf(bytes);
  if (utf8 === undefined && isDamagedUtf8(sample)) return decodeAs(bytes, path, 'utf-8');
  const [best, second] = candidates(sample, bytes.length);
  if (utf8 !== undefined && !utf8.includes('\0') && (best?.score ?? 0) < CONVINCING) {
    return { text: utf8, encoding: 'utf-8' };
  }
  if (best === undefined || best.score < ACCEPTABLE) {
    throw bytes.includes(0) || best === undefined
      ? new UserError('import/binary-file', { path })
      : new UserError('import/unclear-encoding', { path, known: KNOWN });
  }
  if (second !== undefined && best.score - second.score < LEAST_MARGIN) {
    throw new UserError('import/unclear-encoding', { path, known: KNOWN });
  }
  return decodeAs(bytes, path, best.encoding);
}

/** The name TextDecoder has for what a person or a page calls an encoding; undefined when there is none. */
export function knownEncoding(name: string): string | undefined {
  const lower = name.trim().toLowerCase();
  try {
    const { encoding } = new TextDecoder(ALIASES[lower] ?? lower);
    return ALIASES[encoding] ?? encoding;
  } catch {
    return undefined;
  }
}

/** The encoding a BOM names, if the bytes begin with one. */
export function bomOf(bytes: Uint8Array): string | undefined {
  return BOMS.find(([, bom]) => bom.every((byte, at) => bytes[at] === byte))?.[0];
}

function encodingName(given: string, bytes: Uint8Array): string {
  const encoding = knownEncoding(given);
  if (encoding === undefined)
    throw new UserError('import/unknown-encoding', { encoding: given, known: KNOWN });
  // "UTF-16" alone leaves the byte order to the BOM.
  const leavesOrder = /^\s*utf-?16\s*$/i.test(given);
  return leavesOrder && bomOf(bytes) === 'utf-16be' ? 'utf-16be' : encoding;
}

function decodeAs(bytes: Uint8Array, path: string, encoding: string): DecodedText {
  const text = tryDecode(bytes, encoding);
  if (text !== undefined) return { text, encoding };
  throw new UserError('import/wrong-encoding', { path, encoding, offset: firstBadByte(bytes, encoding) });
}

function tryDecode(bytes: Uint8Array, encoding: string, isWhole = true): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole });
    // The decoder takes away the BOMs of Unicode only.
    return encoding === 'gb18030' && text.startsWith('\ufeff') ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}

function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0);
  // An even start keeps the two bytes of UTF-16 together.
  const start = Math.max(0, first) & ~1;
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/(?!\ufffd)[\u0080-\u{10ffff}]/gu)?.length ?? 0;
  return good >= GOOD_FOR_EACH_BROKEN * broken && good >= GOOD_FOR_EACH_BROKEN;
}

/** The encodings in which the bytes can be read at all, the best reading first. */
function candidates(sample: Uint8Array, size: number): { encoding: string; score: number }[] {
  return ['utf-16le', 'utf-16be', 'gb18030', 'big5']
    .flatMap((encoding) => {
      const text = tryDecode(sample, encoding, false);
      const score = text ? readingScore(text) : Number.NEGATIVE_INFINITY;
      // An odd byte is left over in UTF-16 that was cut, and in anything else.
      const isCut = encoding.startsWith('utf-16') && size % 2 !== 0;
      return score > (isCut ? CONVINCING : Number.NEGATIVE_INFINITY) ? [{ encoding, score }] : [];
    })
    .sort((a, b) => b.score - a.score);
}

/** Where a decoder gives up: the end of the bytes when the last character is cut. */
function firstBadByte(bytes: Uint8Array, encoding: string): number {
  const good = goodBytes(bytes, encoding, 0, CHUNK_BYTES);
  return goodBytes(bytes, encoding, good, 1);
}

/** How many bytes can be read when, after the first ones, `step` at a time are. */
function goodBytes(bytes: Uint8Array, encoding: string, from: number, step: number): number {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let at = 0;
  try {
    decoder.decode(bytes.subarray(0, from), { stream: true });
    for (at = from; at < bytes.length; at += step) {
      decoder.decode(bytes.subarray(at, at + step), { stream: true });
    }
    return bytes.length;
  } catch {
    return at;
  }
}
