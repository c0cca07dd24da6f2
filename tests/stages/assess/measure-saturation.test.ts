import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureSaturation, shuffle } from '../../../src/stages/assess/measure-saturation.js';
import { seededRandom } from '../../../src/text/seeded-random.js';

const OPTIONS = { base: 4, run: 2, runs: 20, seed: 1 };

/** Cases of one letter an item. */
const casesOf = (...cases: string[]) =>
  cases.map((items, at) => ({ caseId: `${at + 1}`, items: [...items] }));

/** Ten items in the base of four cases, five after it. */
const CASES = casesOf('abcd', 'cdefg', 'ghi', 'j', 'akl', 'bm', 'lmn', 'abc', 'ao');

describe('the ratio of new items', () => {
  it('is that of overlapping runs to the base, from the first run on', () => {
    const { baseItems, steps } = measureSaturation(
      casesOf('abcd', 'efg', 'hi', 'j', 'ak', 'lm', 'n', 'a', 'b'),
      OPTIONS,
    );
    expect(baseItems).toBe(10);
    expect(steps.map(({ ratio }) => ratio)).toEqual([null, null, null, null, null, 0.3, 0.3, 0.1, 0]);
  });

  it('is missing where the base has nothing', () => {
    const { steps, points } = measureSaturation(casesOf('', '', '', '', 'a', 'b'), OPTIONS);
    expect(steps.at(-1)?.ratio).toBeNull();
    expect(points.map(({ at }) => at)).toEqual([null, null]);
  });
});

describe('where nothing new comes', () => {
  const twoQuietCases = casesOf('abcd', 'efg', 'hi', 'j', 'k', 'a', 'b', 'lm', 'n');

  it('what came afterwards is listed all the same: two short cases reach it by luck', () => {
    const [, none] = measureSaturation(twoQuietCases, OPTIONS).points;
    expect(none).toMatchObject({ threshold: 0, at: 7, after: ['l', 'm', 'n'] });
  });

  it('other orders say in how many of them it is reached', () => {
    const { points } = measureSaturation(twoQuietCases, { ...OPTIONS, runs: 200 });
    for (const { reachedIn, median } of points) {
      expect(reachedIn).toBeGreaterThan(0);
      expect(reachedIn).toBeLessThan(200);
      expect(median).toBeGreaterThanOrEqual(6);
    }
  });
});

it('the curve counts each new item once and ends, in every order, at all items', () => {
  const { steps } = measureSaturation(CASES, OPTIONS);
  expect(steps.map(({ new: fresh }) => fresh.join(''))).toEqual([
    'abcd',
    'efg',
    'hi',
    'j',
    'kl',
    'm',
    'n',
    '',
    'o',
  ]);
  expect(steps.at(-1)).toMatchObject({ seen: 15, low: 15, high: 15 });
  expect(steps[0]?.low).toBeLessThan(steps[0]?.high ?? 0);
});

it('the same seed gives the same band, another one another', () => {
  const bands = (seed: number) =>
    measureSaturation(CASES, { ...OPTIONS, seed }).steps.map(({ low, high }) => [low, high]);
  expect(bands(1)).toEqual(bands(1));
  expect([2, 3, 4, 5].map(bands)).not.toEqual([1, 1, 1, 1].map(bands));
});

it('a shuffle keeps all items', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      expect(shuffle(items, seededRandom(seed)).sort()).toEqual([...items].sort());
    }),
  );
});
