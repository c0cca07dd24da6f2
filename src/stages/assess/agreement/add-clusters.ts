import type { RatingSums } from './sum-ratings.js';

/** The sums of one sample of clusters: over all units alike, and code by code. */
export interface Totals {
  readonly base: Float64Array;
  readonly codes: Float64Array;
}

/** The sums of a sample for the units that somebody coded, and for all units. */
export interface SampleTotals {
  readonly coded: Totals;
  readonly all: Totals;
}

/** Makes a function that adds up clusters, each as often as a sample has it. The totals are written over by the next sample. */
export function openTotals(sums: RatingSums): (weights: ArrayLike<number>) => SampleTotals {
  const { baseFields, codeCount, fields } = sums;
  const open = (): Totals => ({
    base: new Float64Array(baseFields),
    codes: new Float64Array(codeCount * fields),
  });
  const totals = { coded: open(), all: open() };
  return (weights) => {
    totals.coded.base.fill(0);
    totals.coded.codes.fill(0);
    addUp(sums, sums.coded, weights, totals.coded);
    totals.all.base.set(totals.coded.base);
    totals.all.codes.set(totals.coded.codes);
    addUp(sums, sums.uncoded, weights, totals.all);
    return totals;
  };
}

function addUp(
  { baseFields, clusters, fields }: RatingSums,
  { base, codes }: RatingSums['coded'],
  weights: ArrayLike<number>,
  into: Totals,
): void {
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    const weight = weights[cluster] as number;
    if (weight === 0) continue;
    const from = cluster * baseFields;
    for (let field = 0; field < baseFields; field += 1) {
      into.base[field] = (into.base[field] as number) + weight * (base[from + field] as number);
    }
  }
  const { values } = codes;
  for (let entry = 0; entry < codes.clusters.length; entry += 1) {
    const weight = weights[codes.clusters[entry] as number] as number;
    if (weight === 0) continue;
    const from = entry * fields;
    const to = (codes.codes[entry] as number) * fields;
    for (let field = 0; field < fields; field += 1) {
      into.codes[to + field] = (into.codes[to + field] as number) + weight * (values[from + field] as number);
    }
  }
}
