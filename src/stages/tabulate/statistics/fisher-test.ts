import { probabilityOf, supportOf, type Urn } from './hypergeometric.js';

/** Tables as extreme as the observed one may differ from it in the last bits. */
export const SAME = 1 + 1e-7;

/** Fisher’s exact test of so many hits, two-sided: the sum of all numbers of hits that are no more likely. */
export function fisherTest(urn: Urn, hits: number, logs: Float64Array): number {
  const { least, most } = supportOf(urn);
  const observed = probabilityOf(hits, urn, logs);
  let p = 0;
  for (let other = least; other <= most; other += 1) {
    const probability = probabilityOf(other, urn, logs);
    if (probability <= observed * SAME) p += probability;
  }
  return Math.min(1, p);
}
