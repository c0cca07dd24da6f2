import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segmenter } from '../../../src/model/token.js';
import { cohesion } from '../../../src/stages/discover/cohesion.js';
import { countNgrams } from '../../../src/stages/discover/count-ngrams.js';
import { encodeCorpus, stringAt } from '../../../src/stages/discover/encode-corpus.js';
import type { NgramLevel } from '../../../src/stages/discover/ngram-level.js';

/** Every character a word. */
const byCharacter: Segmenter = {
  tag: (text) => [...text].map((word) => ({ word, tag: 'n' })),
  cut: (text) => [...text],
  addWords: () => {},
  inDictionary: () => false,
};

const texts = fc.array(fc.string({ unit: fc.constantFrom(...'甲乙丙𠮷。\n'), maxLength: 40 }), {
  maxLength: 4,
});
const OPTIONS = { minFrequency: 2, maxLength: 5 };

interface Naive {
  frequency: number;
  cases: Set<number>;
  left: Map<string, number>;
  right: Map<string, number>;
}

/** The same counts by hand: every string of every run of Han characters. */
function naiveCounts(given: readonly string[]): Map<string, Naive> {
  const counts = new Map<string, Naive>();
  for (const [index, text] of given.entries()) {
    for (const run of text.split(/[。\n]+/)) {
      const characters = [...run];
      for (let start = 0; start < characters.length; start += 1) {
        for (let end = start + 1; end <= Math.min(characters.length, start + OPTIONS.maxLength); end += 1) {
          const word = characters.slice(start, end).join('');
          const entry = counts.get(word) ?? {
            frequency: 0,
            cases: new Set(),
            left: new Map(),
            right: new Map(),
          };
          entry.frequency += 1;
          entry.cases.add(index);
          // A boundary is a neighbour of its own: its key is unique.
          const left = characters[start - 1] ?? `${index} ${counts.size} ${entry.frequency}`;
          const right = characters[end] ?? `${index} ${counts.size} ${entry.frequency}`;
          entry.left.set(left, (entry.left.get(left) ?? 0) + 1);
          entry.right.set(right, (entry.right.get(right) ?? 0) + 1);
          counts.set(word, entry);
        }
      }
    }
  }
  return counts;
}

function entropy(neighbours: ReadonlyMap<string, number>, frequency: number): number {
  return [...neighbours.values()].reduce((sum, n) => sum - (n / frequency) * Math.log(n / frequency), 0);
}

describe('countNgrams', () => {
  it('agrees with counting every string by hand', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const corpus = encodeCorpus(given, byCharacter);
        const naive = naiveCounts(given);
        const found = new Set<string>();
        const levels: NgramLevel[] = [];
        for (const level of countNgrams(corpus, OPTIONS)) {
          levels.push(level);
          for (let c = 0; c < level.first.length; c += 1) {
            const word = stringAt(corpus, level.first[c] as number, level.length);
            const expected = naive.get(word) as Naive;
            found.add(word);
            expect(level.frequency[c]).toBe(expected.frequency);
            if (level.length === 1) continue;
            expect(level.cases[c]).toBe(expected.cases.size);
            expect(level.aligned[c]).toBe(expected.frequency);
            expect(level.whole[c]).toBe(0);
            expect(level.leftEntropy[c]).toBeCloseTo(entropy(expected.left, expected.frequency), 5);
            expect(level.rightEntropy[c]).toBeCloseTo(entropy(expected.right, expected.frequency), 5);
            const splits = [...word].slice(1).map((_, i) => {
              const a = naive.get([...word].slice(0, i + 1).join(''))?.frequency as number;
              const b = naive.get([...word].slice(i + 1).join(''))?.frequency as number;
              return Math.log((expected.frequency * corpus.size) / (a * b));
            });
            expect(cohesion(levels, level.length, c, corpus.size)).toBeCloseTo(Math.min(...splits), 9);
          }
        }
        const frequent = [...naive].filter(([, { frequency }]) => frequency >= OPTIONS.minFrequency);
        expect(found).toEqual(new Set(frequent.map(([word]) => word)));
      }),
    );
  });
});

describe('encodeCorpus', () => {
  it('takes figures with their measure for a boundary', () => {
    const tagged = [
      { word: '发放', tag: 'v' },
      { word: '5', tag: 'x' },
      { word: '万元', tag: 'm' },
      { word: '贷款', tag: 'n' },
    ];
    const corpus = encodeCorpus(['发放5万元贷款'], { ...byCharacter, tag: () => tagged });
    expect([...corpus.codes].map((code) => corpus.alphabet[code]).join('|')).toBe('|发|放||贷|款|');
  });
});
