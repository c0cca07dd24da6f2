import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StringCounts } from '../../../src/model/string-counts.js';
import type { Segmenter } from '../../../src/model/token.js';
import { addCounts } from '../../../src/stages/discover/add-counts.js';
import { countCharacters, sumCharacters } from '../../../src/stages/discover/character-counts.js';
import { openWholeCheck } from '../../../src/stages/discover/check-whole.js';
import { collectCounts } from '../../../src/stages/discover/collect-counts.js';
import { countAll, countStrings, stringBuckets } from '../../../src/stages/discover/count-strings.js';
import { encodeCorpus } from '../../../src/stages/discover/encode-corpus.js';
import { planBuckets } from '../../../src/stages/discover/occurrences.js';
import {
  describeBucket,
  type WordCandidate,
  wordCandidates,
} from '../../../src/stages/discover/word-candidates.js';
import { compareByCodePoint } from '../../../src/text/code-points.js';

/** Words of two characters, some of them guessed. */
const byPairs: Pick<Segmenter, 'tag'> = {
  tag: (text) => (text.match(/..?/gsu) ?? []).map((word) => ({ word, tag: word < '丙' ? 'x' : 'n' })),
};
const inDictionary = (word: string) => word === '甲乙';

const texts = fc.array(fc.string({ unit: fc.constantFrom(...'甲乙丙豈𠮷。\n'), maxLength: 40 }), {
  maxLength: 5,
});
const MAX_LENGTH = 4;
/** Every count has tables of all characters. */
const RUNS = { numRuns: 20 };

/** All strings of texts, in one bucket or in one for each character. */
function countsOf(given: readonly string[], bucketSize?: number): StringCounts[] {
  const corpus = encodeCorpus(given, byPairs);
  const characters = sumCharacters([countCharacters(corpus)]);
  const buckets =
    bucketSize === undefined
      ? stringBuckets(characters, MAX_LENGTH)
      : planBuckets(characters, { minFrequency: 1, maxLength: MAX_LENGTH }, bucketSize);
  const found = [countAll(characters, given.length)];
  for (const bucket of buckets)
    countStrings([corpus], bucket, characters, MAX_LENGTH, (counts) => found.push(counts));
  return found;
}

function merged(...parts: readonly (readonly StringCounts[])[]): StringCounts[] {
  const sums = new Map<string, StringCounts>();
  for (const counts of parts.flat()) {
    const before = sums.get(counts.text);
    sums.set(counts.text, before ? addCounts(before, counts) : counts);
  }
  return [...sums.values()].sort((a, b) => compareByCodePoint(a.text, b.text));
}

describe('counts of all strings', () => {
  it('of parts add up to those of the whole, wherever it is parted and however they are put together', () => {
    fc.assert(
      fc.property(texts, fc.nat(5), fc.nat(5), (given, at, and) => {
        const [first, second] = [Math.min(at, and), Math.max(at, and)];
        const parts = [given.slice(0, first), given.slice(first, second), given.slice(second)];
        const [a, b, c] = parts.map((part) => countsOf(part)) as [
          StringCounts[],
          StringCounts[],
          StringCounts[],
        ];
        const whole = countsOf(given);
        expect(merged(merged(a, b), c)).toEqual(whole);
        expect(merged(c, merged(b, a))).toEqual(whole);
      }),
      RUNS,
    );
  });

  it('come ordered by code point, however many buckets there are', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const found = countsOf(given, 1);
        const strings = found.map(({ text }) => text);
        expect(strings).toEqual([...strings].sort(compareByCodePoint));
        expect(found).toEqual(countsOf(given));
      }),
      RUNS,
    );
  });

  it('hold rare strings and single characters, with their neighbours', () => {
    const byText = new Map(countsOf(['甲乙。。甲乙丙丙', '乙']).map((counts) => [counts.text, counts]));
    expect([...byText.keys()]).toEqual(
      ['', '丙', '丙丙', '乙', '乙丙', '乙丙丙', '甲', '甲乙', '甲乙丙', '甲乙丙丙'].sort(compareByCodePoint),
    );
    expect(byText.get('')).toMatchObject({ frequency: 7, cases: 2 });
    expect(byText.get('乙')).toMatchObject({ frequency: 3, cases: 2, begins: 0 });
    expect(byText.get('乙')?.right).toEqual([0, 2, '丙'.codePointAt(0), 1]);
    expect(byText.get('甲乙丙丙')).toMatchObject({ frequency: 1, cases: 1, left: [0, 1], right: [0, 1] });
  });

  it('lead to the candidates of the texts themselves', () => {
    const ordered = (found: Iterable<WordCandidate>) =>
      [...found].sort((a, b) => compareByCodePoint(a.word, b.word));
    fc.assert(
      fc.property(texts, fc.constantFrom('words', 'phrases', 'both'), (given, profile) => {
        const options = { profile, minFrequency: 2, maxLength: MAX_LENGTH - 1 };
        const { add, end } = collectCounts(inDictionary, options);
        for (const counts of countsOf(given)) add(counts);
        const { bucket, counts } = end();
        expect(ordered(describeBucket(bucket, [bucket], counts))).toEqual(
          ordered(wordCandidates(encodeCorpus(given, byPairs), inDictionary, options)),
        );
      }),
      RUNS,
    );
  });
});

describe('the check that counts are whole', () => {
  const check = (counts: readonly StringCounts[]) => {
    const { add, end } = openWholeCheck(MAX_LENGTH);
    for (const one of counts) {
      const missing = add(one);
      if (missing !== undefined) return missing;
    }
    return end();
  };

  it('passes counts of any texts', () => {
    fc.assert(
      fc.property(texts, (given) => {
        expect(check(countsOf(given))).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('misses any line that was lost, and all behind a place', () => {
    const some = texts.filter((given) => countsOf(given).length > 2);
    fc.assert(
      fc.property(some, fc.nat(), (given, place) => {
        const counts = countsOf(given);
        const lost = place % counts.length;
        expect(check(counts.toSpliced(lost, 1))).toBeDefined();
        if (lost > 0) expect(check(counts.slice(0, lost))).toBeDefined();
      }),
      RUNS,
    );
  });

  it('misses a string that was counted differently', () => {
    const counts = countsOf(['甲乙。。甲乙丙']);
    const twice = counts.map((one) => (one.text === '甲乙' ? addCounts(one, one) : one));
    expect(check(twice)).toBe('甲乙');
  });
});
