import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { exchangeText } from '../../src/text/exchange-text.js';

const slice = (text: string, start: number, end: number) => sliceCodePoints(text, { start, end });

describe('exchangeText', () => {
  it.each([
    ['line ends of Windows and of old Macs', '甲\r\n乙\r丙\n丁', '甲\n乙\n丙\n丁'],
    ['decomposed letters', 'cafe\u0301 \u1112\u1161\u11ab', 'café 한'],
    ['characters that stand for others', '豈更車\u212b', '豈更車Å'],
    ['a mark at its beginning', '\ufeff甲乙', '甲乙'],
    ['a half of a character', '甲\ud83d乙', '甲\ufffd乙'],
  ])('brings %s to the common form', (_, raw, text) => {
    expect(exchangeText(raw).text).toBe(text);
  });

  it('moves a span to the same words and back', () => {
    const raw = '😀甲\r\ncafe\u0301乙\r\n丙👨‍👩‍👧丁';
    const { text, toExchange, toRaw } = exchangeText(raw);
    const start = [...raw].indexOf('c');
    const span = toExchange({ start, end: start + 5 });
    expect(slice(text, span.start, span.end)).toBe('café');
    expect(toRaw(span)).toEqual({ start, end: start + 5 });
  });

  it('covers a stretch that a span cuts through', () => {
    const { toExchange, toRaw } = exchangeText('a\r\ne\u0301');
    expect(toExchange({ start: 2, end: 4 })).toEqual({ start: 1, end: 3 });
    expect(toRaw({ start: 2, end: 3 })).toEqual({ start: 3, end: 5 });
  });

  it('leaves a case as a whole where it is', () => {
    expect(exchangeText('\ufeffa\r\n').toRaw({ start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
  });

  it('agrees with the form as a whole, and every span with its words, for any text', () => {
    const unit = fc.constantFrom(
      '甲',
      'e',
      '\u0301',
      '\r',
      '\n',
      '😀',
      '\u1112',
      '\u1161',
      '\u11ab',
      '豈',
      '\ufeff',
      'ﬁ',
    );
    fc.assert(
      fc.property(fc.array(unit), fc.nat(), fc.nat(), (units, a, b) => {
        const raw = units.join('');
        const { text, toExchange, toRaw } = exchangeText(raw);
        expect(text).toBe(
          raw
            .replace(/^\ufeff+/, '')
            .replaceAll(/\r\n?/g, '\n')
            .normalize('NFC'),
        );
        const length = [...text].length;
        const [start, end] = [a % (length + 1), b % (length + 1)].sort((one, other) => one - other) as [
          number,
          number,
        ];
        if (end === 0 || start === end) return;
        const there = toRaw({ start, end });
        const back = toExchange(there);
        // A span that cuts through characters that became others covers these.
        expect(back.start <= start && end <= back.end).toBe(true);
        const words = exchangeText(`甲${slice(raw, there.start, there.end)}`).text.slice(1);
        expect(words).toBe(slice(text, back.start, back.end));
      }),
      { numRuns: 500 },
    );
  });
});
