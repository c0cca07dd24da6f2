import { UserError } from '../errors.js';
import { NOT_BIG5, withHongKongCharacters } from './big5-hkscs.js';
import { escapedEncoding, otherEncoding } from './other-encodings.js';
import { readingScore } from './reading-score.js';

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

const UTF32_BOM = [0xff, 0xfe, 0, 0];

/** So much of a file shows its encoding; it begins at the first character beyond ASCII. */
const SAMPLE_BYTES = 1 << 18;

/** A reading that scores less is no Chinese text, not even names; one that scores so much is nothing else. */
const ACCEPTABLE = 0.1;
const LIKELY = 0.25;
const CONVINCING = 1.2;
/** Bytes of eight Han characters in two bytes each: fewer read as Chinese by chance. */
const FEW_BYTES = 16;
/** Of two readings whose scores lie closer together neither is certain. */
const LEAST_MARGIN = 0.05;
/** UTF-8 with at least so many good characters for each broken one was damaged; nothing else looks like it. */
const GOOD_FOR_EACH_BROKEN = 4;

const CONTROL = /(?!\s)\p{Cc}/u;
/** What decoders give for bytes that are no characters. */
const BROKEN = new RegExp(`\ufffd|${NOT_BIG5.source}`, 'g');

/** Sees all bytes of a file, chunk by chunk (which must not change afterwards), and then tells their encoding. */
export interface EncodingProbe {
  readonly see: (chunk: Uint8Array) => void;
  /** @throws UserError import/binary-file, import/unclear-encoding, import/other-encoding */
  readonly decide: () => string;
}

/**
 * The probe for bytes that nobody named the encoding of. It is decided in this order: UTF-8, when every byte fits;
 * damaged UTF-8, which decoding will refuse; of UTF-16 without a BOM, GB18030 and Big5 that under which a
 * sample reads as the most common Chinese; and damaged GB18030 or Big5, which decoding will refuse. What looks like another writing
 * is refused, since its bytes are Chinese characters, too.
 */
export function openEncodingProbe(path: string): EncodingProbe {
  const utf8 = openUtf8Check();
  const sample = openSample();
  let size = 0;
  let hasNul = false;
  return {
    see: (chunk) => {
      utf8.see(chunk);
      sample.see(chunk);
      size += chunk.length;
      hasNul ||= chunk.includes(0);
    },
    decide: () => {
      const escaped = escapedEncoding(sample.bytes());
      if (escaped !== undefined) throw new UserError('import/other-encoding', { path, ...escaped });
      const { fits, hasControls } = utf8.end();
      if (fits && !hasControls) return 'utf-8';
      if (!fits && isDamagedUtf8(sample.bytes())) return 'utf-8';
      const [best, second] = candidates(sample.bytes(), size);
      const isConvincing = size >= FEW_BYTES && (best?.score ?? 0) >= CONVINCING;
      if (fits && !hasNul && !isConvincing) return 'utf-8';
      const isWide = best?.encoding.startsWith('utf-16') === true;
      const other = hasNul || isWide ? undefined : otherEncoding(sample.bytes(), best?.score ?? 0);
      if (other !== undefined) throw new UserError('import/other-encoding', { path, ...other });
      const damaged = (best?.score ?? 0) < CONVINCING ? damagedEncoding(sample.bytes()) : undefined;
      if (damaged !== undefined) return damaged;
      if (best === undefined || best.score < ACCEPTABLE) {
        throw hasNul || best === undefined
          ? new UserError('import/binary-file', { path })
          : new UserError('import/unclear-encoding', { path, known: KNOWN });
      }
      if (second !== undefined && best.score - second.score < LEAST_MARGIN) {
        throw new UserError('import/unclear-encoding', { path, known: KNOWN });
      }
      return best.encoding;
    },
  };
}

/**
 * The encoding that a person gave, or else the BOM at the head of a file; undefined when nobody names one.
 * @throws UserError import/unknown-encoding
 */
export function namedEncoding(head: Uint8Array, given?: string): string | undefined {
  if (given === undefined) return bomOf(head);
  const encoding = knownEncoding(given);
  if (encoding === undefined) {
    throw new UserError('import/unknown-encoding', { encoding: given, known: KNOWN });
  }
  // "UTF-16" alone leaves the byte order to the BOM.
  const leavesOrder = /^\s*utf-?16\s*$/i.test(given);
  return leavesOrder && bomOf(head) === 'utf-16be' ? 'utf-16be' : encoding;
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

/** The encoding a BOM names, if the bytes begin with one; that of UTF-32 begins as that of UTF-16. */
export function bomOf(bytes: Uint8Array): string | undefined {
  if (UTF32_BOM.every((byte, at) => bytes[at] === byte)) return undefined;
  return BOMS.find(([, bom]) => bom.every((byte, at) => bytes[at] === byte))?.[0];
}

/** Whether all bytes fit UTF-8, and whether control characters are among them. */
function openUtf8Check(): {
  see: (chunk: Uint8Array) => void;
  end: () => { fits: boolean; hasControls: boolean };
} {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let fits = true;
  let hasControls = false;
  const decode = (chunk: Uint8Array, stream: boolean) => {
    if (!fits) return;
    try {
      const text = decoder.decode(chunk, { stream });
      hasControls ||= CONTROL.test(text);
    } catch {
      fits = false;
    }
  };
  return {
    see: (chunk) => decode(chunk, true),
    end: () => {
      decode(new Uint8Array(0), false);
      return { fits, hasControls };
    },
  };
}

/** The first bytes from the first character beyond ASCII on; without such a character those of the file. */
function openSample(): { see: (chunk: Uint8Array) => void; bytes: () => Uint8Array } {
  let parts: Uint8Array[] = [];
  let filled = 0;
  let size = 0;
  let lastByte = 0;
  let isFound = false;
  const add = (bytes: Uint8Array) => {
    if (filled === SAMPLE_BYTES) return;
    const fitting = bytes.subarray(0, SAMPLE_BYTES - filled);
    parts.push(fitting);
    filled += fitting.length;
  };
  return {
    see: (chunk) => {
      const first = isFound ? -1 : chunk.findIndex((byte) => byte >= 0x80 || byte === 0);
      if (first === -1) add(chunk);
      else {
        isFound = true;
        parts = [];
        filled = 0;
        // An even start keeps the two bytes of UTF-16 together.
        const start = first - ((size + first) % 2);
        if (start < 0) add(Uint8Array.of(lastByte));
        add(chunk.subarray(Math.max(0, start)));
      }
      size += chunk.length;
      lastByte = chunk.at(-1) ?? lastByte;
    },
    bytes: () => Buffer.concat(parts),
  };
}

function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/(?!\ufffd)[\u0080-\u{10ffff}]/gu)?.length ?? 0;
  return good >= GOOD_FOR_EACH_BROKEN * broken && good >= GOOD_FOR_EACH_BROKEN;
}

/** The encoding in which bytes read as Chinese but for a few: decoding then names the first of them. */
function damagedEncoding(sample: Uint8Array): string | undefined {
  return ['gb18030', 'big5'].find((encoding) => {
    const text = new TextDecoder(encoding).decode(sample, { stream: true });
    const good = text.replaceAll(BROKEN, '');
    const broken = text.length - good.length;
    return (
      sample.length >= FEW_BYTES &&
      broken > 0 &&
      good.length >= GOOD_FOR_EACH_BROKEN * broken &&
      readingScore(good) >= CONVINCING
    );
  });
}

/** The encodings in which the bytes can be read at all, the best reading first. */
function candidates(sample: Uint8Array, size: number): { encoding: string; score: number }[] {
  const leastScore = (encoding: string) => {
    if (!encoding.startsWith('utf-16')) return Number.NEGATIVE_INFINITY;
    // An odd byte is left over in UTF-16 that was cut, and in anything else; without zero bytes it has no line end.
    if (size % 2 !== 0) return CONVINCING;
    return sample.includes(0) ? Number.NEGATIVE_INFINITY : LIKELY;
  };
  return ['utf-16le', 'utf-16be', 'gb18030', 'big5']
    .flatMap((encoding) => {
      const score = scoreAs(sample, encoding);
      return score > leastScore(encoding) ? [{ encoding, score }] : [];
    })
    .sort((a, b) => b.score - a.score);
}

function scoreAs(sample: Uint8Array, encoding: string): number {
  try {
    const decoded = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    const text = encoding === 'big5' ? withHongKongCharacters(decoded) : decoded;
    return text === '' ? Number.NEGATIVE_INFINITY : readingScore(text);
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}
