import { expect, it } from 'vitest';
import { countConfusions, findDisagreements } from '../../../../src/stages/assess/agreement/confusion.js';
import { measureDrift } from '../../../../src/stages/assess/agreement/drift.js';
import { judgedUnit, rateUnits } from '../../../../src/stages/assess/agreement/judged-unit.js';

const rate = (rows: readonly (readonly (readonly string[] | null)[])[]) =>
  rateUnits(
    ['甲', '乙'],
    rows.map((given, at) => judgedUnit(`${at}`, given)),
    { isSingle: false },
  );

it('counts a code that both gave with itself, and those of one alone with those of the other alone', () => {
  const ratings = rate([
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
    [['b'], ['c']],
    [['a'], []],
    [['a'], null],
  ]);
  expect(countConfusions(ratings)).toEqual([
    { coders: ['甲', '乙'], codes: ['b', 'c'], units: 2 },
    { coders: ['甲', '乙'], codes: ['a', null], units: 1 },
    { coders: ['甲', '乙'], codes: ['a', 'a'], units: 1 },
  ]);
  expect(findDisagreements(ratings)).toEqual([0, 1, 2]);
});

it('follows agreement through the work, by the time of the last verdict, with the changes of the codebook', () => {
  const ratings = rate(Array.from({ length: 10 }, (_, at) => [['a'], [at < 5 ? 'b' : 'a']]));
  const times = Array.from({ length: 10 }, (_, at) => `2024-03-0${9 - at < 0 ? 0 : 9 - at}T00:00:00Z`);
  const drift = measureDrift(ratings, times, ['2024-03-02T12:00:00Z', '2024-03-06T00:00:00Z'], 'alpha');
  expect(drift).toMatchObject([
    { from: '2024-03-00T00:00:00Z', to: '2024-03-04T00:00:00Z', units: 5, percent: 1, codebookChanges: 1 },
    { units: 5, percent: 0, codebookChanges: 1, isTooFew: false },
  ]);
});

it('marks a stretch of fewer than five units as too few', () => {
  const ratings = rate([[['a'], ['a']]]);
  expect(measureDrift(ratings, ['2024-03-01T00:00:00Z'], [], 'alpha')).toMatchObject([
    { units: 1, isTooFew: true },
  ]);
});
