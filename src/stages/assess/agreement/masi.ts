import type { RatedUnit, Ratings } from './ratings.js';

/** Likeness of sets of codes: 1 − the MASI distance. */
const NESTED = 2 / 3;
const CROSSING = 1 / 3;

/**
 * How like two sets of codes are by MASI (Passonneau 2006): Jaccard's coefficient × 1 for equal sets, 2/3 where one contains
 * the other, 1/3 where they cross, 0 for sets without common codes; two empty sets are equal.
 */
function masiLikeness(one: readonly number[], other: readonly number[]): number {
  const common = one.filter((code) => other.includes(code)).length;
  const union = one.length + other.length - common;
  if (union === common) return 1;
  if (common === 0) return 0;
  return (common / union) * (common === Math.min(one.length, other.length) ? NESTED : CROSSING);
}

/** Krippendorff's α with the MASI distance, of any sample of clusters. */
export type MasiAlpha = (weights: ArrayLike<number>) => { readonly coded: number; readonly all: number };

/** What α is computed from, of some units: of each cluster the ratings, their likeness within units, and the sets given. */
interface Side {
  readonly ratings: Float64Array;
  readonly likeness: Float64Array;
  readonly clusters: number[];
  readonly sets: number[];
}

/**
 * Prepares Krippendorff's α with the MASI distance between the sets of codes that coders gave a unit, for coders who rated
 * whole units: 1 − observed / expected distance, expected over all pairs of ratings of different units and coders.
 */
export function openMasiAlpha({ units, clusters, coders }: Ratings): MasiAlpha {
  const sets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const open = (): Side => ({
    ratings: new Float64Array(clusters),
    likeness: new Float64Array(clusters),
    clusters: [],
    sets: [],
  });
  const [coded, uncoded] = [open(), open()];
  for (const unit of units) {
    const given = coders.flatMap((_, coder) => ((unit.full >>> coder) & 1 ? [setOf(unit, coder)] : []));
    if (given.length < 2) continue;
    const side = unit.codes.some(({ yes }) => yes !== 0) ? coded : uncoded;
    const numbers = given.map((set) => {
      const key = set.join();
      const number = known.get(key) ?? known.size;
      if (number === known.size) sets.push(set);
      known.set(key, number);
      return number;
    });
    let likeness = 0;
    for (const [at, one] of given.entries()) {
      for (const other of given.slice(at + 1)) likeness += masiLikeness(one, other);
    }
    side.ratings[unit.cluster] = (side.ratings[unit.cluster] as number) + given.length;
    side.likeness[unit.cluster] =
      (side.likeness[unit.cluster] as number) + (2 * likeness) / (given.length - 1);
    for (const number of numbers) {
      side.clusters.push(unit.cluster);
      side.sets.push(number);
    }
  }
  const alike = likePairs(sets);
  return (weights) => {
    const counts = new Float64Array(sets.length);
    const start = addSide(coded, weights, counts, { ratings: 0, likeness: 0 });
    const ofCoded = alphaOf(start, counts, alike);
    const whole = addSide(uncoded, weights, counts, start);
    return { coded: ofCoded, all: alphaOf(whole, counts, alike) };
  };
}

const setOf = ({ codes }: RatedUnit, coder: number) =>
  codes.flatMap(({ code, yes }) => ((yes >>> coder) & 1 ? [code] : [])).sort((one, other) => one - other);

function addSide(
  side: Side,
  weights: ArrayLike<number>,
  counts: Float64Array,
  from: { readonly ratings: number; readonly likeness: number },
) {
  let { ratings, likeness } = from;
  for (let cluster = 0; cluster < side.ratings.length; cluster += 1) {
    ratings += (weights[cluster] as number) * (side.ratings[cluster] as number);
    likeness += (weights[cluster] as number) * (side.likeness[cluster] as number);
  }
  for (let at = 0; at < side.sets.length; at += 1) {
    const set = side.sets[at] as number;
    counts[set] = (counts[set] as number) + (weights[side.clusters[at] as number] as number);
  }
  return { ratings, likeness };
}

/** 1 − observed / expected distance; NaN where everybody gave the same set everywhere. */
function alphaOf(
  { ratings, likeness }: { readonly ratings: number; readonly likeness: number },
  counts: Float64Array,
  alike: readonly (readonly [number, number, number])[],
): number {
  let likePairs = 0;
  for (const [one, other, value] of alike) {
    likePairs += value * (counts[one] as number) * (counts[other] as number);
  }
  const expected = (ratings ** 2 - likePairs) / (ratings * (ratings - 1));
  return expected > 1e-12 ? 1 - (1 - likeness / ratings) / expected : Number.NaN;
}

/** The pairs of sets that have anything in common, each order of two, with how like they are. */
function likePairs(sets: readonly (readonly number[])[]): (readonly [number, number, number])[] {
  const holders = new Map<number, number[]>();
  for (const [number, set] of sets.entries()) {
    for (const code of set) holders.set(code, [...(holders.get(code) ?? []), number]);
  }
  return sets.flatMap((set, one) => {
    if (set.length === 0) return [[one, one, 1] as const];
    const others = new Set(set.flatMap((code) => holders.get(code) ?? []));
    return [...others]
      .sort((left, right) => left - right)
      .map((other) => [one, other, masiLikeness(set, sets[other] ?? [])] as const);
  });
}
