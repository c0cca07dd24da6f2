import type { ContrastTest } from '../../../model/rows/contrast-rows.js';
import { seededRandom } from '../../../text/seeded-random.js';
import { chiSquareTail } from './chi-square-tail.js';
import { fisherTest, SAME } from './fisher-test.js';
import { drawHits, logFactorials } from './hypergeometric.js';

/** How many random tables a Monte Carlo test draws, and their seed. */
export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
}

/** A group of cases and how many of them have something. */
export interface GroupCount {
  readonly cases: number;
  readonly having: number;
}

/** Whether what cases have depends on their group, and how strongly. */
export interface GroupTest {
  readonly test: ContrastTest;
  readonly chiSquare: number | null;
  readonly df: number | null;
  readonly p: number | null;
  readonly cramersV: number | null;
}

/** Groups of fewer cases are not tested. */
export const LEAST_CASES = 5;

const NOT_TESTED: GroupTest = { test: 'none', chiSquare: null, df: null, p: null, cramersV: null };

/**
 * Tests the table of groups × having or not: by χ² where the expected counts allow it (Cochran 1954: all ≥ 5 of two groups; of
 * more none < 1 and at most a fifth < 5), else exactly, given the margins: of two groups by Fisher's test (two-sided, by the
 * sum of tables that are no more likely), of more by random tables with a χ² as large (Monte Carlo; p = (b + 1) / (B + 1),
 * Davison & Hinkley 1997, § 4.2). Nothing is tested where a group has fewer than five cases, or where all cases or none have it.
 */
export function testGroups(groups: readonly GroupCount[], resampling: Resampling): GroupTest {
  const all = sum(groups.map(({ cases }) => cases));
  const having = sum(groups.map((group) => group.having));
  const isSmall = groups.some(({ cases }) => cases < LEAST_CASES);
  if (groups.length < 2 || isSmall || having === 0 || having === all) return NOT_TESTED;
  const df = groups.length - 1;
  const expected = groups.map((group) => expectedIn(group, having / all));
  const chiSquare = sum(
    groups.map(
      ({ having: observed, cases }, at) =>
        (observed - (expected[at] as number)) ** 2 *
        (1 / (expected[at] as number) + 1 / (cases - (expected[at] as number))),
    ),
  );
  const measured = { chiSquare, df, cramersV: Math.sqrt(chiSquare / all) };
  const cells = groups.flatMap(({ cases }, at) => [expected[at] as number, cases - (expected[at] as number)]);
  if (allowsChiSquare(cells)) return { test: 'chi-square', ...measured, p: chiSquareTail(chiSquare, df) };
  const [first] = groups as [GroupCount];
  const logs = logFactorials(all);
  const p =
    df === 1
      ? fisherTest({ all, marked: having, drawn: first.cases }, first.having, logs)
      : monteCarloTest(groups, { all, having }, logs, resampling);
  return { test: df === 1 ? 'fisher' : 'monte-carlo', ...measured, p };
}

/** How many cases of a group are expected to have something of which a share of all cases has it. */
export function expectedIn({ cases }: Pick<GroupCount, 'cases'>, share: number): number {
  return cases * share;
}

/** The adjusted standardized residual of a group (Haberman 1973): of a normal distribution where groups do not differ. */
export function residualOf({ cases, having }: GroupCount, whole: GroupCount): number | null {
  const share = whole.having / whole.cases;
  const spread = Math.sqrt(cases * share * (1 - share) * (1 - cases / whole.cases));
  return spread === 0 ? null : (having - expectedIn({ cases }, share)) / spread;
}

/** Whether the tail of χ² can be used: by the expected numbers of all cells (Cochran 1954). */
export function allowsChiSquare(expected: readonly number[]): boolean {
  if (expected.length === 4) return expected.every((one) => one >= 5);
  return expected.every((one) => one >= 1) && expected.filter((one) => one < 5).length <= expected.length / 5;
}

/** Draws tables with the same margins; Σ having² / cases grows with χ². */
function monteCarloTest(
  groups: readonly GroupCount[],
  { all, having }: { readonly all: number; readonly having: number },
  logs: Float64Array,
  { resamples, seed }: Resampling,
): number {
  const random = seededRandom(seed);
  const observed = sum(groups.map((group) => group.having ** 2 / group.cases));
  let extreme = 0;
  for (let sample = 0; sample < resamples; sample += 1) {
    let [rest, marked, spread] = [all, having, 0];
    for (const { cases } of groups) {
      const hits = drawHits({ all: rest, marked, drawn: cases }, logs, random());
      spread += hits ** 2 / cases;
      rest -= cases;
      marked -= hits;
    }
    if (spread * SAME >= observed) extreme += 1;
  }
  return (extreme + 1) / (resamples + 1);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
