import type { ContrastTest } from '../../../model/rows/contrast-rows.js';
import { chiSquareTail } from './chi-square-tail.js';
import { fisherTest } from './fisher-test.js';
import { allowsChiSquare, expectedIn, type GroupCount, LEAST_CASES } from './test-groups.js';

/** How much more (or less, negative) cases of one group have something than those of another. */
export interface Keyness {
  /** Binary logarithm of the ratio of shares, half a case added to each number. */
  readonly logRatio: number;
  /** Log-likelihood G², with the sign of the difference; null where a group is too small. */
  readonly keyness: number | null;
  readonly test: ContrastTest;
  readonly p: number | null;
}

/**
 * Compares two groups of cases by what they have: the log-likelihood of all four cells (Dunning 1993), as cases, other than
 * tokens, are few; its p by χ² where the expected numbers allow it, else by Fisher’s exact test. The effect is the log ratio
 * (Hardie 2014), smoothed by half a case, so that a word that one group lacks has one too.
 * @param logs ln n! up to the number of all cases
 */
export function measureKeyness(group: GroupCount, other: GroupCount, logs: Float64Array): Keyness {
  const smoothed = ({ cases, having }: GroupCount) => (having + 0.5) / (cases + 1);
  const logRatio = Math.log2(smoothed(group) / smoothed(other));
  if (group.cases < LEAST_CASES || other.cases < LEAST_CASES) {
    return { logRatio, keyness: null, test: 'none', p: null };
  }
  const [all, marked] = [group.cases + other.cases, group.having + other.having];
  const cells = [group, other].flatMap(({ cases, having }) => {
    const expected = expectedIn({ cases }, marked / all);
    return [
      { observed: having, expected },
      { observed: cases - having, expected: cases - expected },
    ];
  });
  const logLikelihood = Math.max(
    0,
    2 *
      cells.reduce(
        (sum, { observed, expected }) => sum + (observed > 0 ? observed * Math.log(observed / expected) : 0),
        0,
      ),
  );
  const isMore = group.having / group.cases >= other.having / other.cases;
  const isWide = allowsChiSquare(cells.map(({ expected }) => expected));
  return {
    logRatio,
    keyness: isMore ? logLikelihood : -logLikelihood,
    test: isWide ? 'log-likelihood' : 'fisher',
    p: isWide
      ? chiSquareTail(logLikelihood, 1)
      : fisherTest({ all, marked, drawn: group.cases }, group.having, logs),
  };
}
