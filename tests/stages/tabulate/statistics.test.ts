import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustHolm } from '../../../src/stages/tabulate/statistics/adjust-holm.js';
import { chiSquareTail } from '../../../src/stages/tabulate/statistics/chi-square-tail.js';
import { logFactorials } from '../../../src/stages/tabulate/statistics/hypergeometric.js';
import { measureKeyness } from '../../../src/stages/tabulate/statistics/measure-keyness.js';
import {
  type GroupCount,
  residualOf,
  testGroups,
} from '../../../src/stages/tabulate/statistics/test-groups.js';

const LOTS = { resamples: 9999, seed: 1 };
const groupsOf = (...cells: readonly (readonly [having: number, cases: number])[]): GroupCount[] =>
  cells.map(([having, cases]) => ({ having, cases }));

const someGroups = (most: number) =>
  fc.array(
    fc
      .integer({ min: 5, max: 30 })
      .chain((cases) => fc.record({ cases: fc.constant(cases), having: fc.integer({ min: 0, max: cases }) })),
    { minLength: 2, maxLength: most },
  );

/** The exact p of every table with these margins that has a χ² as large, counted one by one. */
function countAllTables(groups: readonly GroupCount[]): number {
  const logs = [0];
  for (let n = 1; n <= 200; n += 1) logs.push((logs[n - 1] as number) + Math.log(n));
  const ways = (n: number, k: number) => Math.exp((logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0));
  const having = groups.reduce((sum, group) => sum + group.having, 0);
  const spreadOf = (hits: readonly number[]) =>
    hits.reduce((sum, hit, at) => sum + hit ** 2 / (groups[at]?.cases ?? 1), 0);
  const observed = spreadOf(groups.map((group) => group.having));
  let [extreme, all] = [0, 0];
  const walk = (hits: readonly number[], weight: number, left: number) => {
    const group = groups[hits.length];
    if (!group) {
      if (left !== 0) return;
      all += weight;
      if (spreadOf(hits) >= observed * (1 - 1e-9)) extreme += weight;
      return;
    }
    for (let hit = 0; hit <= Math.min(left, group.cases); hit += 1) {
      walk([...hits, hit], weight * ways(group.cases, hit), left - hit);
    }
  };
  walk([], 1, having);
  return extreme / all;
}

describe('the upper tail of χ²', () => {
  // scipy.stats.chi2.sf, SciPy 1.16.
  it.each([
    [0.5, 1, 0.47950012218695337],
    [3.841458820694124, 1, 0.05],
    [100, 1, 1.5239706048320995e-23],
    [700, 1, 2.990226975124623e-154],
    [2.3, 2, 0.3166367693790532],
    [11.07, 5, 0.050009618622405425],
    [0.01, 7, 0.999999999243059],
    [20, 31, 0.9358036207411544],
    [250, 30, 1.5157414203687308e-36],
  ])('of %d with %d degrees of freedom is what SciPy says', (statistic, df, p) => {
    expect(chiSquareTail(statistic, df) / p).toBeCloseTo(1, 10);
  });
});

describe('a test of groups', () => {
  // scipy.stats.chi2_contingency (correction=False), association and statsmodels' standardized residuals.
  it('has the χ², p, V and residuals of SciPy and statsmodels', () => {
    const groups = groupsOf([12, 40], [30, 50], [8, 30]);
    const tested = testGroups(groups, LOTS);
    expect(tested).toMatchObject({ test: 'chi-square', df: 2 });
    expect(tested.chiSquare).toBeCloseTo(11.931428571428574, 10);
    expect(tested.p).toBeCloseTo(0.0025652116587970802, 12);
    expect(tested.cramersV).toBeCloseTo(0.3153229636873462, 12);
    const residuals = groups.map((group) => residualOf(group, { cases: 120, having: 50 }));
    [-1.83303028, 3.4428275, -1.92428094].forEach((residual, at) => {
      expect(residuals[at]).toBeCloseTo(residual, 7);
    });
  });

  // scipy.stats.fisher_exact.
  it.each([
    [8, 10, 1, 6, 0.034965034965034975],
    [0, 6, 5, 14, 0.26044891640866874],
  ])('of two small groups is Fisher’s: %d of %d, %d of %d', (having, cases, other, others, p) => {
    const tested = testGroups(groupsOf([having, cases], [other, others]), LOTS);
    expect(tested.test).toBe('fisher');
    expect(tested.p).toBeCloseTo(p, 12);
  });

  it('of several small groups comes near the exact p, and is the same again with the same seed', () => {
    for (const groups of [groupsOf([5, 8], [1, 9], [0, 7]), groupsOf([2, 6], [1, 9], [6, 8])]) {
      const tested = testGroups(groups, { resamples: 40_000, seed: 7 });
      expect(tested.test).toBe('monte-carlo');
      expect(tested.p).toBeCloseTo(countAllTables(groups), 2);
      expect(testGroups(groups, { resamples: 40_000, seed: 7 })).toEqual(tested);
    }
  });

  it('of two small groups counts every table no more likely', () => {
    fc.assert(
      fc.property(someGroups(2), (groups) => {
        const { test, p } = testGroups(groups, LOTS);
        if (test !== 'fisher') return;
        const [one, other] = groups as [GroupCount, GroupCount];
        const having = one.having + other.having;
        const choose = (n: number, k: number) => {
          let ways = 1;
          for (let at = 1; at <= k; at += 1) ways = (ways * (n - k + at)) / at;
          return ways;
        };
        const weights = Array.from({ length: having + 1 }, (_, hits) =>
          hits <= one.cases && having - hits <= other.cases
            ? choose(one.cases, hits) * choose(other.cases, having - hits)
            : 0,
        );
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const observed = weights[one.having] ?? 0;
        const extreme = weights.filter((weight) => weight > 0 && weight <= observed * (1 + 1e-7));
        expect(p).toBeCloseTo(extreme.reduce((sum, weight) => sum + weight, 0) / total, 9);
      }),
    );
  });

  it('has a p between 0 and 1, and a V between 0 and 1, which the order of the groups does not change', () => {
    fc.assert(
      fc.property(someGroups(5), (groups) => {
        const tested = testGroups(groups, { resamples: 99, seed: 1 });
        if (tested.test === 'none') return;
        const turned = testGroups([...groups].reverse(), { resamples: 99, seed: 1 });
        expect(tested.p).toBeGreaterThan(0);
        expect(tested.p).toBeLessThanOrEqual(1);
        expect(tested.cramersV).toBeGreaterThanOrEqual(0);
        expect(tested.cramersV).toBeLessThanOrEqual(1 + 1e-12);
        expect(turned.test).toBe(tested.test);
        expect(turned.chiSquare).toBeCloseTo(tested.chiSquare ?? 0, 9);
        if (tested.test !== 'monte-carlo') expect(turned.p).toBeCloseTo(tested.p ?? 0, 9);
      }),
    );
  });

  it.each([
    ['a group of four cases', groupsOf([2, 4], [3, 20])],
    ['one group', groupsOf([2, 14])],
    ['what every case has', groupsOf([5, 5], [20, 20])],
    ['what no case has', groupsOf([0, 5], [0, 20])],
  ])('says nothing of %s', (_, groups) => {
    expect(testGroups(groups, LOTS)).toEqual({
      test: 'none',
      chiSquare: null,
      df: null,
      p: null,
      cramersV: null,
    });
  });
});

describe('keyness', () => {
  const logs = logFactorials(200);
  const compare = (having: number, cases: number, other: number, others: number) =>
    measureKeyness({ having, cases }, { having: other, cases: others }, logs);

  it('is the log-likelihood of SciPy, with the sign of the difference', () => {
    // scipy.stats.chi2_contingency(…, correction=False, lambda_='log-likelihood').
    const { keyness, test, p, logRatio } = compare(40, 50, 25, 85);
    expect(test).toBe('log-likelihood');
    expect(keyness).toBeCloseTo(33.938693957922396, 9);
    expect((p ?? 0) / 5.687623190805655e-9).toBeCloseTo(1, 8);
    expect(logRatio).toBeCloseTo(Math.log2(40.5 / 51 / (25.5 / 86)), 12);
    expect(compare(25, 85, 40, 50).keyness).toBeCloseTo(-33.938693957922396, 9);
  });

  it('of rare words is tested by Fisher, and of a small group not at all', () => {
    expect(compare(8, 10, 1, 6)).toMatchObject({ test: 'fisher', p: expect.closeTo(0.034965034965, 9) });
    expect(compare(4, 4, 1, 60)).toMatchObject({ test: 'none', keyness: null, p: null });
  });

  it('is the same number with the other sign when the groups change places', () => {
    fc.assert(
      fc.property(someGroups(2), ([one, other]) => {
        if (!one || !other || one.having + other.having === 0) return;
        if (one.having / one.cases === other.having / other.cases) return;
        const [there, back] = [measureKeyness(one, other, logs), measureKeyness(other, one, logs)];
        expect(there.keyness).toBeCloseTo(-(back.keyness ?? 0), 9);
        expect(there.logRatio).toBeCloseTo(-back.logRatio, 9);
        expect(there.p).toBeCloseTo(back.p ?? 0, 9);
      }),
    );
  });
});

describe('Holm’s adjustment', () => {
  it('is that of statsmodels, and leaves what was not tested alone', () => {
    // statsmodels.stats.multitest.multipletests(…, method='holm').
    const adjusted = adjustHolm([0.01, null, 0.04, 0.03, 0.005, 0.9]);
    [0.04, null, 0.09, 0.09, 0.025, 0.9].forEach((p, at) => {
      if (p === null) expect(adjusted[at]).toBeNull();
      else expect(adjusted[at]).toBeCloseTo(p, 12);
    });
  });

  it('makes no p smaller, keeps their order, and does not depend on it', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (values) => {
        const adjusted = adjustHolm(values) as number[];
        values.forEach((p, at) => {
          expect(adjusted[at]).toBeGreaterThanOrEqual(p);
          expect(adjusted[at]).toBeLessThanOrEqual(1);
          values.forEach((other, place) => {
            if (p < other) expect(adjusted[at]).toBeLessThanOrEqual(adjusted[place] as number);
          });
        });
        expect(adjustHolm([...values].reverse())).toEqual([...adjusted].reverse());
      }),
    );
  });
});
