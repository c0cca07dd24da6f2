import type { Totals } from './add-clusters.js';
import { FIELD, PAIR, pairAt, type RatingSums } from './sum-ratings.js';

/** What Chinese papers print; none of it corrects for chance. */
export interface Holsti {
  /** 相互同意度 K. */
  readonly holsti: number;
  /** 信度 R. */
  readonly reliability: number;
  /** 归类一致性 CA. */
  readonly 'category-agreement': number;
}

/**
 * Holsti's (1969) agreement K = 2M/(N1+N2), M of the codings that two coders made being in the same unit under the same code;
 * of n coders the mean of all pairs. Reliability R = nK/(1+(n−1)K), which rises with n. 归类一致性 CA = nS/ΣT in units that all
 * coders rated: S codings that all made, T those of each.
 */
export function holstiOf({ codes }: Totals, sums: RatingSums, coders: number): Holsti {
  const total = (field: number) => {
    let sum = 0;
    for (let code = 0; code < sums.none; code += 1) sum += codes[code * sums.fields + field] as number;
    return sum;
  };
  const ofPairs = sums.pairs.map((_, pair) => {
    const at = pairAt(pair);
    return (2 * total(at + PAIR.both)) / (total(at + PAIR.one) + total(at + PAIR.other));
  });
  const holsti = ofPairs.reduce((sum, one) => sum + one, 0) / ofPairs.length;
  return {
    holsti,
    reliability: (coders * holsti) / (1 + (coders - 1) * holsti),
    'category-agreement': (coders * total(FIELD.byAll)) / total(FIELD.byEach),
  };
}
