import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { decodeText } from '../../src/formats/decode-text.js';
import { readLongText } from '../../src/formats/long-text.js';
import { canEncode, encodeText } from './encode-text.js';

/** The bytes in chunks of a length, the first of which holds a BOM. */
function chunksOf(bytes: Uint8Array, length: number): Uint8Array[] {
  const chunks = [bytes.subarray(0, length + 4)];
  for (let at = length + 4; at < bytes.length; at += length) chunks.push(bytes.subarray(at, at + length));
  return chunks;
}

/** What reading the bytes comes to: a text, its encoding and version, or the problem of the user. */
async function readInChunks(bytes: Uint8Array, length: number, encoding?: string) {
  try {
    const read = await readLongText(() => chunksOf(bytes, length), 'a.txt', encoding);
    const pieces: string[] = [];
    let seen = 0;
    for await (const piece of read.text.pieces()) {
      pieces.push(piece.text);
      seen = piece.bytes;
    }
    expect(seen).toBe(bytes.length);
    const text = pieces.join('');
    expect(read.text.version).toBe(createHash('sha256').update(text).digest('hex'));
    expect(read.text.head).toBe(text.trimStart());
    return { text, encoding: read.encoding };
  } catch (error) {
    return problemIn(error);
  }
}

function problemIn(error: unknown) {
  if (!(error instanceof UserError)) throw error;
  return { code: error.code, params: error.params };
}

function readWhole(bytes: Uint8Array, encoding?: string) {
  try {
    return decodeText(bytes, 'a.txt', encoding);
  } catch (error) {
    return problemIn(error);
  }
}

/** The bytes of what an encoding of two bytes a character has of a text, with a BOM on request. */
function encode(text: string, encoding: string, hasBom = false): Uint8Array {
  if (encoding !== 'gb18030') return encodeText(`${hasBom ? '\ufeff' : ''}${text}`, encoding);
  const letters = [...text].filter((letter) => canEncode(letter, encoding));
  return Uint8Array.of(
    ...(hasBom ? [0x84, 0x31, 0x95, 0x33] : []),
    ...encodeText(letters.join(''), encoding),
  );
}

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
const chunkLength = fc.integer({ min: 1, max: 9 });
const sentences = fc
  .array(
    fc.constantFrom(
      '县里派出驻村工作队，',
      '帮助村民发展油茶。\n',
      '𠮷祥村😀',
      '2020年',
      '\ufeff会议',
      ' \r\n',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('a text that is read in chunks', () => {
  it('is the text that is read whole, in any encoding, wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        sentences,
        fc.constantFrom(...ENCODINGS),
        fc.boolean(),
        fc.boolean(),
        chunkLength,
        async (text, encoding, hasBom, isGiven, length) => {
          const bytes = encode(text, encoding, hasBom);
          const given = isGiven ? encoding : undefined;
          expect(await readInChunks(bytes, length, given)).toEqual(readWhole(bytes, given));
        },
      ),
    );
  });

  it('is refused for what the whole is refused for, at the same byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        sentences,
        fc.constantFrom(...ENCODINGS),
        fc.nat(),
        fc.option(fc.integer({ min: 0, max: 255 }), { nil: undefined }),
        fc.option(fc.constantFrom(...ENCODINGS, 'big5', 'ansi'), { nil: undefined }),
        chunkLength,
        async (text, encoding, place, wrong, given, length) => {
          const whole = encode(text, encoding);
          const at = place % whole.length;
          // A byte that is another one, or an end that is cut off.
          const bytes = wrong === undefined ? whole.subarray(0, at) : whole.with(at, wrong);
          fc.pre(bytes.length > 0);
          expect(await readInChunks(bytes, length, given)).toEqual(readWhole(bytes, given));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('tells its encoding by its first Chinese characters, however late they come', async () => {
    const ascii = '<p class="x">2020</p>\r\n'.repeat(3000);
    for (const encoding of ENCODINGS) {
      const bytes = encodeText(`${ascii}\n脱贫攻坚，乡村振兴。`, encoding);
      const { text } = await readLongText(() => chunksOf(bytes, 1001), 'a.txt');
      expect([encoding, text.version]).toEqual([
        encoding,
        createHash('sha256').update(`${ascii}\n脱贫攻坚，乡村振兴。`).digest('hex'),
      ]);
    }
  });

  it('lets through what is no problem of the user', async () => {
    const broken = () => {
      throw new Error('a bug');
    };
    await expect(readLongText(broken, 'a.txt')).rejects.not.toBeInstanceOf(UserError);
  });
});
