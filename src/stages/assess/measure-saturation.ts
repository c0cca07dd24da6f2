import { seededRandom } from '../../text/seeded-random.js';

/** A case with what it says: codes or keywords, each once. */
export interface CaseItems {
  readonly caseId: string;
  readonly items: readonly string[];
}

/** How saturation is measured. */
export interface SaturationOptions {
  /** How many first cases the base is counted in, and how many cases a run has. */
  readonly base: number;
  readonly run: number;
  /** How many other orders of the cases are tried, and the seed of these. */
  readonly runs: number;
  readonly seed: number;
}

/** One case of the curve. */
export interface SaturationStep {
  readonly caseId: string;
  readonly items: number;
  readonly new: readonly string[];
  /** Different items seen up to this case; in 95 % of the other orders between `low` and `high`. */
  readonly seen: number;
  readonly low: number | null;
  readonly high: number | null;
  /** New items of the run that ends here ÷ different items of the base; null before the first run, and without a base. */
  readonly ratio: number | null;
}

/** Where a run first has so little that is new. */
export interface SaturationPoint {
  readonly threshold: number;
  /** The number of the last case of that run, from 1; null: never. */
  readonly at: number | null;
  /** What was new after it all the same. */
  readonly after: readonly string[];
  /** In how many of the other orders it is reached, and after how many cases in the middle one of these. */
  readonly reachedIn: number;
  readonly median: number | null;
}

/** How what is new dries up over the cases. */
export interface SaturationCurve {
  readonly baseItems: number;
  readonly steps: readonly SaturationStep[];
  readonly points: readonly SaturationPoint[];
}

const THRESHOLDS = [0.05, 0] as const;
const TAIL = 0.025;

/**
 * Measures saturation after Guest, Namey & Chen (2020, doi 10.1371/journal.pone.0232076): the new items of a run of cases ÷ the
 * different items of the base, the first cases. That a run begins at each case after the base, so that runs share cases, is a
 * choice made here: no threshold is passed over because of where runs happen to be cut. The order of the cases changes the
 * result, hence the other, shuffled orders.
 */
export function measureSaturation(
  cases: readonly CaseItems[],
  { base, run, runs, seed }: SaturationOptions,
): SaturationCurve {
  const own = follow(cases, base, run);
  const random = seededRandom(seed);
  const others = Array.from({ length: runs }, () => follow(shuffle(cases, random), base, run));
  const steps = cases.map(({ caseId, items }, at): SaturationStep => {
    const seen = others.map((other) => other.seen[at] as number).sort((one, other) => one - other);
    const tail = Math.floor(seen.length * TAIL);
    return {
      caseId,
      items: items.length,
      new: own.fresh[at] ?? [],
      seen: own.seen[at] as number,
      low: seen[tail] ?? null,
      high: seen[seen.length - 1 - tail] ?? null,
      ratio: own.ratios[at] ?? null,
    };
  });
  const points = THRESHOLDS.map((threshold): SaturationPoint => {
    const at = whereReached(own.ratios, threshold);
    const reached = others
      .flatMap(({ ratios }) => whereReached(ratios, threshold) ?? [])
      .sort((one, other) => one - other);
    return {
      threshold,
      at,
      after: at === null ? [] : own.fresh.slice(at).flat(),
      reachedIn: reached.length,
      median: reached[Math.floor((reached.length - 1) / 2)] ?? null,
    };
  });
  return { baseItems: own.seen[base - 1] ?? 0, steps, points };
}

/** The cases in another order, every order as likely as any other (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** Goes through the cases once: what is new in each, how much was seen, and the ratio of the run that ends there. */
function follow(cases: readonly CaseItems[], base: number, run: number) {
  const known = new Set<string>();
  const fresh: string[][] = [];
  const seen: number[] = [];
  const ratios: (number | null)[] = [];
  for (const [at, { items }] of cases.entries()) {
    const own = items.filter((item) => !known.has(item));
    for (const item of own) known.add(item);
    fresh.push(own);
    seen.push(known.size);
    const ofBase = seen[base - 1] ?? 0;
    const isRun = at + 1 >= base + run && ofBase > 0;
    ratios.push(isRun ? (known.size - (seen[at - run] as number)) / ofBase : null);
  }
  return { fresh, seen, ratios };
}

function whereReached(ratios: readonly (number | null)[], threshold: number): number | null {
  const at = ratios.findIndex((ratio) => ratio !== null && ratio <= threshold);
  return at < 0 ? null : at + 1;
}
