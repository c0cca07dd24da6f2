import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { applyEdits, type Edit, editMatches } from '../../src/text/edits.js';
import { normalizeAsIs, rawSpan } from '../../src/text/origins.js';
import { mixedText } from './arbitraries.js';

/** Arbitrary edits of a text: in order, apart, each of at least one code point. */
const editsOf = (text: string) => {
  const length = [...text].length;
  return fc
    .array(
      fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 4 }), fc.constantFrom('', '。', 'ab', '😀园区', '\n')),
    )
    .map((steps) => {
      const edits: Edit[] = [];
      let done = 0;
      for (const [gap, width, replacement] of steps) {
        const start = done + gap;
        if (start + width > length) break;
        edits.push({ start, end: start + width, replacement });
        done = start + width;
      }
      return edits;
    });
};

const twiceEdited = mixedText().chain((raw) =>
  editsOf(raw).chain((first) => {
    const once = applyEdits(normalizeAsIs(raw), first, 'first');
    return editsOf(once.text).map((second) => ({
      raw,
      once,
      second,
      twice: applyEdits(once, second, 'second'),
    }));
  }),
);

describe('edits', () => {
  it('lead every code point back to the raw text it stands for', () => {
    const raw = '脱\r\n贫２０县';
    const joined = applyEdits(
      normalizeAsIs(raw),
      editMatches(raw, /\r\n/g, () => ''),
      'join',
    );
    const narrowed = applyEdits(
      joined,
      editMatches(joined.text, /２０/g, () => '20'),
      'narrow',
    );
    expect(narrowed.text).toBe('脱贫20县');
    expect(sliceCodePoints(raw, rawSpan(narrowed, { start: 0, end: 2 }))).toBe('脱\r\n贫');
    expect(sliceCodePoints(raw, rawSpan(narrowed, { start: 2, end: 3 }))).toBe('２');
    expect(narrowed.steps).toEqual([
      { step: 'join', edits: 1, removed: 2 },
      { step: 'narrow', edits: 1, removed: 0 },
    ]);
  });

  it('give a replacement of another length the whole it stands for', () => {
    const derived = applyEdits(
      normalizeAsIs('他说...好'),
      [{ start: 2, end: 5, replacement: '……' }],
      'ellipsis',
    );
    expect(rawSpan(derived, { start: 3, end: 4 })).toEqual({ start: 2, end: 5 });
    expect(rawSpan(derived, { start: 4, end: 5 })).toEqual({ start: 5, end: 6 });
  });

  it('keep origins whole, monotone and within the raw text, however often applied', () => {
    fc.assert(
      fc.property(twiceEdited, ({ raw, twice }) => {
        const length = [...twice.text].length;
        expect(twice.origins.reduce((sum, run) => sum + run.length, 0)).toBe(length);
        let before = { start: 0, end: 0 };
        for (let at = 0; at < length; at += 1) {
          const span = rawSpan(twice, { start: at, end: at + 1 });
          expect(span.start).toBeGreaterThanOrEqual(before.start);
          expect(span.end).toBeGreaterThanOrEqual(before.end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual([...raw].length);
          before = span;
        }
      }),
    );
  });

  it('compose as the hull of the origins of what was replaced', () => {
    fc.assert(
      fc.property(twiceEdited, ({ once, second, twice }) => {
        let shift = 0;
        for (const { start, end, replacement } of second) {
          const length = [...replacement].length;
          if (length > 0) {
            expect(rawSpan(twice, { start: start + shift, end: start + shift + length })).toEqual(
              rawSpan(once, { start, end }),
            );
          }
          shift += length - (end - start);
        }
      }),
    );
  });

  it('place an empty span after the code point before it', () => {
    const derived = applyEdits(normalizeAsIs('一 二'), [{ start: 1, end: 2, replacement: '' }], 'blank');
    expect(rawSpan(derived, { start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
    expect(rawSpan(derived, { start: 1, end: 1 })).toEqual({ start: 1, end: 1 });
    expect(() => rawSpan(derived, { start: 1, end: 3 })).toThrow(RangeError);
  });
});
