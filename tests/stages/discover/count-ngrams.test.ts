import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segmenter } from '../../../src/model/token.js';
import { countCharacters, sumCharacters } from '../../../src/stages/discover/character-counts.js';
import { type EncodedCorpus, encodeCorpus } from '../../../src/stages/discover/encode-corpus.js';
import { planBuckets } from '../../../src/stages/discover/occurrences.js';
import {
  countBucket,
  describeBucket,
  type WordCandidate,
  wordCandidates,
} from '../../../src/stages/discover/word-candidates.js';

/** Every character a word. */
const byCharacter: Pick<Segmenter, 'tag'> = {
  tag: (text) => [...text].map((word) => ({ word, tag: 'n' })),
};

/** Words of two characters, some of them guessed. */
const byPairs: Pick<Segmenter, 'tag'> = {
  tag: (text) => (text.match(/..?/gsu) ?? []).map((word) => ({ word, tag: word < '丙' ? 'x' : 'n' })),
};

const texts = fc.array(fc.string({ unit: fc.constantFrom(...'甲乙丙𠮷。\n'), maxLength: 40 }), {
  maxLength: 4,
});
const OPTIONS = { profile: 'phrases', minFrequency: 2, maxLength: 5 } as const;

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

/** The candidates of a corpus in parts, counted in buckets of so many numbers. */
function candidatesOf(parts: readonly EncodedCorpus[], bucketSize: number): WordCandidate[] {
  const counts = sumCharacters(parts.map(countCharacters));
  const buckets = planBuckets(counts, OPTIONS, bucketSize).map((bucket) =>
    countBucket(parts, bucket, counts, () => false, OPTIONS),
  );
  return buckets.flatMap((bucket) => [...describeBucket(bucket, buckets.toReversed(), counts)]);
}

describe('wordCandidates', () => {
  it('agrees with counting every string by hand', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const corpus = encodeCorpus(given, byCharacter);
        const size = given
          .join('')
          .replaceAll(/[。\n]/g, '')
          .replaceAll('𠮷', '甲').length;
        const naive = naiveCounts(given);
        const found = new Set<string>();
        for (const candidate of wordCandidates(corpus, () => false, OPTIONS)) {
          const { word, frequency } = candidate;
          const expected = naive.get(word) as Naive;
          found.add(word);
          expect(frequency).toBe(expected.frequency);
          expect(candidate.cases).toBe(expected.cases.size);
          expect(candidate.alignment).toBe(1);
          expect(candidate.knownAlignment).toBe(1);
          expect(candidate.cutsInside).toBe(1);
          expect(candidate.hmmShare).toBe(0);
          expect(candidate.leftEntropy).toBeCloseTo(entropy(expected.left, frequency), 5);
          expect(candidate.rightEntropy).toBeCloseTo(entropy(expected.right, frequency), 5);
          const splits = [...word].slice(1).map((_, i) => {
            const a = naive.get([...word].slice(0, i + 1).join(''))?.frequency as number;
            const b = naive.get([...word].slice(i + 1).join(''))?.frequency as number;
            return Math.log((frequency * size) / (a * b));
          });
          expect(candidate.cohesion).toBeCloseTo(Math.min(...splits), 9);
        }
        const frequent = [...naive].filter(
          ([word, { frequency }]) => frequency >= OPTIONS.minFrequency && [...word].length > 1,
        );
        expect(found).toEqual(new Set(frequent.map(([word]) => word)));
      }),
      { numRuns: 40 },
    );
  });

  it('merges the counts of parts into exactly those of the whole, whatever the parts and buckets', () => {
    fc.assert(
      fc.property(
        fc.array(texts, { maxLength: 4 }),
        fc.integer({ min: 1, max: 400 }),
        (parts, bucketSize) => {
          const encoded = parts.map((given) => encodeCorpus(given, byPairs));
          const whole = [encodeCorpus(parts.flat(), byPairs)];
          expect(candidatesOf(encoded, bucketSize)).toEqual(candidatesOf(whole, Number.MAX_SAFE_INTEGER));
          expect(candidatesOf(encoded.toReversed(), bucketSize)).toEqual(candidatesOf(encoded, bucketSize));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('knows the tokens of the segmenter', () => {
    const corpus = encodeCorpus(['丙丁戊己\n丙丁戊己\n丁戊'], byPairs);
    const found = new Map(
      [...wordCandidates(corpus, () => false, { ...OPTIONS, profile: 'words' })].map((candidate) => [
        candidate.word,
        candidate,
      ]),
    );
    // The third sentence begins on a cut, too, the inside of the others does not.
    expect(found.get('丁戊')).toMatchObject({ frequency: 3, hmmShare: 1 / 3, alignment: 1 / 3 });
    expect(found.get('丙丁戊己')).toMatchObject({
      frequency: 2,
      hmmShare: 0,
      alignment: 1,
      cutsInside: 1 / 3,
    });
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
    const corpus = encodeCorpus(['发放5万元贷款'], { tag: () => tagged });
    const characters = [...corpus.cells].map((cell) => cell & 0x3ffff);
    expect(characters.map((code) => (code === 0 ? '' : String.fromCodePoint(code))).join('|')).toBe(
      '|发|放||贷|款|',
    );
  });
});
