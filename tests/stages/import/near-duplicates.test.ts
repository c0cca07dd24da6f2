import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findNearDuplicates,
  jaccard,
  openSketch,
  sketchText,
} from '../../../src/stages/import/near-duplicates.js';

/** A text of its own, the same for the same seed. */
function madeText(seed: number, length = 1500): string {
  let state = seed * 2654435761 + 12345;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 3000));
  }).join('');
}

function find(texts: Readonly<Record<string, string>>, isNew?: (id: string) => boolean) {
  const sketches = new Map(Object.entries(texts).map(([id, text]) => [id, sketchText(text)]));
  return findNearDuplicates(sketches, (id) => texts[id] ?? '', isNew);
}

describe('near-duplicates', () => {
  it('are found among other texts, with their exact similarity', () => {
    const text = madeText(1);
    const changed = `${text.slice(0, 700)}另外补了一句话。${text.slice(700)}`;
    const others = Object.fromEntries([2, 3, 4, 5].map((seed) => [`x${seed}`, madeText(seed)]));
    const found = find({ ...others, a: text, b: changed });
    expect(found).toEqual([{ first: 'a', second: 'b', similarity: jaccard(text, changed) }]);
    expect(found[0]?.similarity).toBeGreaterThan(0.98);
  });

  it('are no texts that share less than four fifths', () => {
    const text = madeText(1);
    expect(find({ a: text, b: text.slice(0, 1000) + madeText(9, 500) })).toEqual([]);
  });

  it('are found for short and empty texts too', () => {
    expect(find({ a: '短', b: '短', c: '长' })).toEqual([{ first: 'a', second: 'b', similarity: 1 }]);
  });

  it('are sketched the same wherever the text is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 9 }), { maxLength: 9 }), (pieces) => {
        const sketch = openSketch();
        for (const piece of pieces) sketch.add(piece);
        expect(sketch.close()).toEqual(sketchText(pieces.join('')));
      }),
    );
  });

  it('of texts too long to be compared are told by their sketches', () => {
    const sketches = new Map([
      ['a', sketchText(madeText(1))],
      ['b', sketchText(madeText(1))],
    ]);
    expect(findNearDuplicates(sketches, () => null)).toEqual([{ first: 'a', second: 'b', similarity: 1 }]);
  });

  it('are found whatever four fifths and more the two share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 150 }), (seed, cut) => {
        const text = madeText(seed);
        const other = text.slice(cut);
        expect(find({ a: text, b: other })).toHaveLength((jaccard(text, other) ?? 0) >= 0.8 ? 1 : 0);
      }),
      { numRuns: 50, seed: 7 },
    );
  });

  it('are told once for each of many alike, in linear time, and only with a new case', () => {
    const text = madeText(1, 300);
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`c${at}`, text]));
    const started = performance.now();
    expect(find(many)).toHaveLength(2999);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(find({ a: text, b: text, c: text }, (id) => id === 'c')).toHaveLength(2);
    expect(find({ a: text, b: text }, () => false)).toEqual([]);
  });
});
