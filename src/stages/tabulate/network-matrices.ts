import type { CodeNetwork, NetworkMeasure } from '../../model/code-network.js';
import { quantise } from '../../text/quantise.js';

/** How alike two codes are: of the units in which both occur and those of each. */
const SIMILARITY: Readonly<Record<NetworkMeasure, (both: number, one: number, other: number) => number>> = {
  counts: (both) => both,
  jaccard: (both, one, other) => quantise(both / (one + other - both)),
  // Ochiai 1957; the cosine of two sets.
  ochiai: (both, one, other) => quantise(both / Math.sqrt(one * other)),
};

/** A square, symmetric matrix of the codes of a network; on its diagonal are the units of each code, or 1. */
export function networkMatrix({ codes, pairs }: CodeNetwork, measure: NetworkMeasure): number[][] {
  const similarity = SIMILARITY[measure];
  const places = new Map(codes.map(({ id }, at) => [id, at]));
  const matrix = codes.map((_, at) =>
    codes.map(({ units }, other) => (at === other ? similarity(units, units, units) : 0)),
  );
  for (const { from, to, units } of pairs) {
    const [at, other] = [places.get(from) as number, places.get(to) as number];
    const value = similarity(units, codes[at]?.units ?? 0, codes[other]?.units ?? 0);
    (matrix[at] as number[])[other] = value;
    (matrix[other] as number[])[at] = value;
  }
  return matrix;
}
