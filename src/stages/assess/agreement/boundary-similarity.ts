import { pairsOf } from './ratings.js';
import { type Figure, type Resampling, resampleClusters } from './resample.js';

/** Boundaries that two coders set: at the same places, one character apart, and by one of them alone. */
export interface BoundaryEdits {
  readonly matches: number;
  readonly nearMisses: number;
  readonly misses: number;
}

/** Boundaries that are at most so many characters apart are one that was moved. */
const NEAR = 1;

/** What a moved boundary counts of a missing one. */
const MOVED = 0.5;

/** Compares the places of boundaries of two coders, each in ascending order. */
export function compareBoundaries(one: readonly number[], other: readonly number[]): BoundaryEdits {
  const others = new Set(other);
  const own = new Set(one);
  const left = one.filter((place) => !others.has(place));
  const right = other.filter((place) => !own.has(place));
  let [near, at] = [0, 0];
  for (const place of left) {
    while (at < right.length && (right[at] as number) < place - NEAR) at += 1;
    if (at < right.length && (right[at] as number) <= place + NEAR) {
      near += 1;
      at += 1;
    }
  }
  return {
    matches: one.length - left.length,
    nearMisses: near,
    misses: left.length + right.length - 2 * near,
  };
}

/**
 * Boundary similarity of Fournier (2013, Proc. ACL, 1702–1712) with near misses of one character:
 * B = 1 − (misses + ½ near misses) / (misses + near misses + matches); NaN without any boundary.
 */
export function boundarySimilarity({ matches, nearMisses, misses }: BoundaryEdits): number {
  return 1 - (misses + MOVED * nearMisses) / (misses + nearMisses + matches);
}

/**
 * How alike coders cut passages out of texts, whatever codes they give: boundary similarity of all texts together, of more than
 * two coders the mean of all pairs, with an interval from resampled texts.
 * @param boundaries of each text, the boundaries of each coder; null where the coder did not code the text
 */
export function measureSegmentation(
  coders: number,
  boundaries: readonly (readonly (readonly number[] | null)[])[],
  resampling: Resampling,
): Figure {
  const ofPairs = pairsOf(coders).map(([one, other]) =>
    boundaries.map((text) => {
      const [left, right] = [text[one], text[other]];
      return left && right ? compareBoundaries(left, right) : null;
    }),
  );
  const [figure] = resampleClusters(boundaries.length, resampling, (weights) => {
    const values = ofPairs
      .map((texts) => {
        const sum = (field: keyof BoundaryEdits) =>
          texts.reduce((total, edits, at) => total + (weights[at] as number) * (edits?.[field] ?? 0), 0);
        return boundarySimilarity({
          matches: sum('matches'),
          nearMisses: sum('nearMisses'),
          misses: sum('misses'),
        });
      })
      .filter(Number.isFinite);
    return [values.reduce((sum, value) => sum + value, 0) / values.length];
  });
  return figure as Figure;
}
