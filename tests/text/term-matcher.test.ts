import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceCodePoints } from '../../src/text/code-points.js';
import { buildTermMatcher, type TermMatch } from '../../src/text/term-matcher.js';

const letters = fc.constantFrom('扶', '贫', '产', '业', '𠮷', '😀', 'a');
const words = fc.array(fc.string({ unit: letters, maxLength: 5 }), { maxLength: 12 });
const texts = fc.string({ unit: letters, maxLength: 60 });
const isLatin = (letter = '') => letter === 'a';

describe('buildTermMatcher', () => {
  it('takes the longest term at a place, and the next one only after it', () => {
    const { find } = buildTermMatcher(['扶贫', '扶贫产业园', '产业', '业园区']);
    expect(find('扶贫产业园区，产业扶贫')).toEqual([
      { term: '扶贫产业园', start: 0, end: 5 },
      { term: '产业', start: 7, end: 9 },
      { term: '扶贫', start: 9, end: 11 },
    ]);
  });

  it('counts code points, not UTF-16 units', () => {
    expect(buildTermMatcher(['产业']).find('😀𠮷产业')).toEqual([{ term: '产业', start: 2, end: 4 }]);
  });

  it('finds nothing without terms and ignores an empty one', () => {
    expect(buildTermMatcher([]).find('扶贫')).toEqual([]);
    expect(buildTermMatcher(['', '贫']).find('扶贫')).toEqual([{ term: '贫', start: 1, end: 2 }]);
  });

  it('finds no Latin word or number within another', () => {
    const { find } = buildTermMatcher(['AI', 'ens', '4S店', '5G', 'AI技术', 'é', 'café', 'Green Card']);
    const found = (text: string) => find(text).map(({ term }) => term);
    expect(found('用MAIL系统，SAINT，license，14S店，15G')).toEqual([]);
    expect(found('用AI巡田，AI技术，“ens”，4S店，5G网，café')).toEqual([
      'AI',
      'AI技术',
      'ens',
      '4S店',
      '5G',
      'café',
    ]);
    expect(found('AI技术ens')).toEqual(['AI技术', 'ens']);
    expect(found('Green Cards，Green Card认证')).toEqual(['Green Card']);
    expect(buildTermMatcher(['A', 'AI', 'AIR']).find('AIRS AIR A')).toEqual([
      { term: 'AIR', start: 5, end: 8 },
      { term: 'A', start: 9, end: 10 },
    ]);
  });

  it('agrees with trying every term at every place', () => {
    fc.assert(
      fc.property(words, texts, (terms, text) => {
        const matches = buildTermMatcher(terms).find(text);
        expect(matches).toEqual(naiveMatches(terms, text));
        for (const match of matches) expect(sliceCodePoints(text, match)).toBe(match.term);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads a megabyte for thousands of terms in about a second', () => {
    const hanzi = (n: number) => String.fromCodePoint(0x4e00 + ((n * 7919) % 500));
    const word = (n: number) => hanzi(n) + hanzi(n * 31 + 1) + hanzi(n >> 3);
    const terms = Array.from({ length: 5_000 }, (_, i) => word(i));
    const text = Array.from({ length: 170_000 }, (_, i) => hanzi((i * i) % 104_729))
      .join('')
      .repeat(2);
    const started = performance.now();
    buildTermMatcher([...terms, '一'.repeat(1_000)]).find(text + '一'.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

function naiveMatches(terms: readonly string[], text: string): TermMatch[] {
  const places = [...text];
  const byLength = terms.filter((term) => term !== '').sort((a, b) => [...b].length - [...a].length);
  const matches: TermMatch[] = [];
  for (let start = 0; start < places.length; ) {
    const rest = places.slice(start).join('');
    const isWhole = (from: number) => !(isLatin(places[from - 1]) && isLatin(places[from]));
    const term = byLength.find(
      (candidate) => rest.startsWith(candidate) && isWhole(start) && isWhole(start + [...candidate].length),
    );
    const end = start + [...(term ?? ' ')].length;
    if (term !== undefined) matches.push({ term, start, end });
    start = end;
  }
  return matches;
}
