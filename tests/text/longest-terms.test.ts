import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differentMatches, lookUpTerms, matchesAt, type TermPlace } from '../../src/text/longest-terms.js';
import { buildTermMatcher } from '../../src/text/term-matcher.js';

// One UTF-16 unit each, so that places are code points.
const letters = fc.constantFrom('扶', '贫', '产', 'a', 'é');
const words = fc.array(fc.string({ unit: letters, minLength: 1, maxLength: 5 }), { maxLength: 12 });
const texts = fc.string({ unit: letters, maxLength: 60 });

function allMatches(terms: readonly string[], text: string): TermPlace[] {
  return buildTermMatcher(terms)
    .find(text)
    .map(({ start, end }) => ({ at: start, length: end - start }));
}

it('terms looked up at some places are those that a matcher of the whole text finds there', () => {
  fc.assert(
    fc.property(words, texts, fc.uniqueArray(fc.nat(59)), (terms, text, some) => {
      const places = some.filter((at) => at < text.length).sort((a, b) => a - b);
      const expected = allMatches(terms, text).filter(({ at }) => places.includes(at));
      expect(matchesAt(lookUpTerms(new Set(terms)), text, places)).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});

it('two sets of terms match the same of a text but for what is found around terms that one of them lacks', () => {
  fc.assert(
    fc.property(words, words, words, texts, (shared, own, others, text) => {
      const [old, now] = [new Set([...shared, ...own]), new Set([...shared, ...others])];
      const isInOne = (term: string) => old.has(term) !== now.has(term);
      const places = [...text].flatMap((_, at) =>
        [...own, ...others].some((term) => isInOne(term) && text.startsWith(term, at)) ? [at] : [],
      );
      const { before, after } = differentMatches(lookUpTerms(old), lookUpTerms(now), text, places);
      const key = ({ at, length }: TermPlace) => `${at} ${length}`;
      const [wereAll, areAll] = [allMatches([...old], text), allMatches([...now], text)];
      expect(wereAll).toEqual(expect.arrayContaining([...before]));
      expect(areAll).toEqual(expect.arrayContaining([...after]));
      const [was, is] = [new Set(before.map(key)), new Set(after.map(key))];
      const rest = (all: readonly TermPlace[], seen: ReadonlySet<string>) =>
        all.map(key).filter((one) => !seen.has(one));
      expect(rest(wereAll, was)).toEqual(rest(areAll, is));
    }),
    { numRuns: 400 },
  );
});

it('a text is looked through once, whatever the terms and however many places are asked for', () => {
  const lookup = lookUpTerms(new Set(['一'.repeat(100), '一'.repeat(99), '一一', '一二']));
  let asked = 0;
  const counting = {
    ...lookup,
    longestAt: (text: string, at: number) => {
      asked += 1;
      return lookup.longestAt(text, at);
    },
  };
  const text = `${'一'.repeat(1_000)}二`.repeat(10);
  expect(matchesAt(counting, text, Array(text.length).keys())).toEqual(allMatches(['一'.repeat(100)], text));
  expect(asked).toBeLessThan(3 * text.length);
});
