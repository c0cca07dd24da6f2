import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codePointLength,
  compareByCodePoint,
  offsetMap,
  sliceCodePoints,
} from '../../src/text/code-points.js';
import { mixedText } from './arbitraries.js';

const wellFormed = fc.string({ unit: 'binary' });

describe('code points', () => {
  it('counts a rare character and an emoji as one each', () => {
    expect(codePointLength('𠮷野家😀')).toBe(4);
    expect(sliceCodePoints('𠮷野家😀', { start: 1, end: 4 })).toBe('野家😀');
  });

  it('slices as an array of code points does', () => {
    fc.assert(
      fc.property(mixedText(), fc.nat(), fc.nat(), (text, a, b) => {
        const letters = [...text];
        const start = a % (letters.length + 1);
        const end = start + (b % (letters.length - start + 1));
        expect(sliceCodePoints(text, { start, end })).toBe(letters.slice(start, end).join(''));
      }),
    );
  });

  it('maps every offset to UTF-16 and back', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const map = offsetMap(text);
        let utf16 = 0;
        let codePoint = 0;
        for (const letter of text) {
          expect(map.toUtf16(codePoint)).toBe(utf16);
          expect(map.toCodePoint(utf16)).toBe(codePoint);
          utf16 += letter.length;
          codePoint += 1;
        }
        expect([map.length, map.toUtf16(codePoint), map.toCodePoint(utf16)]).toEqual([
          codePoint,
          utf16,
          codePoint,
        ]);
      }),
    );
  });

  it('orders as the sequences of code points do, also above the private use area', () => {
    expect(['😀', '\uffee', '中', 'a'].sort(compareByCodePoint)).toEqual(['a', '中', '\uffee', '😀']);
    fc.assert(
      fc.property(wellFormed, wellFormed, (a, b) => {
        expect(Math.sign(compareByCodePoint(a, b))).toBe(compareArrays(codePoints(a), codePoints(b)));
      }),
    );
  });
});

function codePoints(text: string): number[] {
  return Array.from(text, (letter) => letter.codePointAt(0) as number);
}

function compareArrays(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  if (at === -1 || at >= b.length) return Math.sign(a.length - b.length);
  return Math.sign((a[at] as number) - (b[at] as number));
}
