import type { HeadlineMeasure } from '../../../model/agreement-measure.js';
import type { Totals } from './add-clusters.js';
import { BASE, FIELD, PAIR, pairAt, type RatingSums } from './sum-ratings.js';

/** Observed agreement and the agreement to expect by chance. */
export interface Chance {
  readonly observed: number;
  readonly expected: number;
}

/** Observed and expected agreement by each measure that corrects for chance; κ of one pair of coders. */
export type Chances = Readonly<Record<Exclude<HeadlineMeasure, 'kappa'>, Chance>> & {
  readonly kappa: readonly Chance[];
};

/** Below this, nothing is left to disagree about by chance. */
const NOTHING = 1e-12;

/** Corrects for chance: (observed − expected) / (1 − expected); NaN where chance alone explains all agreement. */
export function correctForChance({ observed, expected }: Chance): number {
  return 1 - expected < NOTHING ? Number.NaN : (observed - expected) / (1 - expected);
}

/** The means of several chances, of which a pooled coefficient is computed (De Vries et al. 2008, Field Methods 20(3)). */
export function poolChances(chances: readonly Chance[]): Chance {
  const mean = (field: keyof Chance) => chances.reduce((sum, one) => sum + one[field], 0) / chances.length;
  return { observed: mean('observed'), expected: mean('expected') };
}

/**
 * Agreement on whether one code is given, of two categories: given and not given. P is the mean share of coders who agree in
 * a unit that two or more rated, π the mean share who gave the code.
 *
 * - Cohen (1960): expected = a·b + (1−a)(1−b) from the shares a, b that each of two coders gave it to, over all units.
 * - Fleiss (1971): expected = π² + (1−π)². With two coders this is Scott's π.
 * - Gwet's AC1 (2008): expected = 2π(1−π).
 * - Brennan & Prediger (1981): expected = 1/2.
 * - Krippendorff's α, nominal (2004): from coincidences; of N ratings in units with two or more, n gave the code:
 *   observed disagreement 2(n − Σ k(k−1)/(r−1))/N, expected 2n(N−n)/(N(N−1)).
 */
export function binaryChances({ base, codes }: Totals, sums: RatingSums, code: number): Chances {
  const at = code * sums.fields;
  const sum = (field: number) => codes[at + field] as number;
  const rated = (base[BASE.rated] as number) + sum(FIELD.rated);
  const compared = (base[BASE.compared] as number) + sum(FIELD.compared);
  const ratings = (base[BASE.ratings] as number) + sum(FIELD.ratings);
  const share = sum(FIELD.share) / rated;
  const observed = 1 - (2 * (sum(FIELD.comparedShare) - sum(FIELD.agreed))) / compared;
  const given = sum(FIELD.given);
  return {
    fleiss: { observed, expected: share ** 2 + (1 - share) ** 2 },
    ac1: { observed, expected: 2 * share * (1 - share) },
    'brennan-prediger': { observed, expected: 1 / 2 },
    alpha: {
      observed: 1 - (2 * (given - sum(FIELD.coincidences))) / ratings,
      expected: 1 - (2 * given * (ratings - given)) / (ratings * (ratings - 1)),
    },
    kappa: sums.pairs.map((_, pair) => {
      const field = pairAt(pair);
      const units = (base[BASE.pairs + pair] as number) + sum(field + PAIR.rated);
      const [one, other] = [sum(field + PAIR.one), sum(field + PAIR.other)];
      return {
        observed: (units - one - other + 2 * sum(field + PAIR.both)) / units,
        expected: (one * other + (units - one) * (units - other)) / units ** 2,
      };
    }),
  };
}

/**
 * Agreement on which one of several categories is given, `none` among them; the formulae of `binaryChances` with all
 * categories: Cohen Σ a·b, Fleiss Σ π², AC1 Σ π(1−π)/(q−1), Brennan–Prediger 1/q, α with Σ over categories.
 * @param categories how many categories anybody gave in the whole material (q)
 */
export function nominalChances(
  { base, codes }: Totals,
  { fields, any, pairs }: RatingSums,
  categories: number,
): Chances {
  const [rated, compared, ratings] = [base[BASE.rated], base[BASE.compared], base[BASE.ratings]] as [
    number,
    number,
    number,
  ];
  let [agreed, squares, coincidences, givenSquares] = [0, 0, 0, 0];
  for (let at = 0; at < any * fields; at += fields) {
    agreed += codes[at + FIELD.agreed] as number;
    squares += ((codes[at + FIELD.share] as number) / rated) ** 2;
    coincidences += codes[at + FIELD.coincidences] as number;
    givenSquares += (codes[at + FIELD.given] as number) ** 2;
  }
  const observed = agreed / compared;
  return {
    fleiss: { observed, expected: squares },
    ac1: { observed, expected: categories > 1 ? (1 - squares) / (categories - 1) : 1 },
    'brennan-prediger': { observed, expected: 1 / categories },
    alpha: {
      observed: coincidences / ratings,
      expected: 1 - (ratings ** 2 - givenSquares) / (ratings * (ratings - 1)),
    },
    kappa: pairs.map((_, pair) => {
      const field = pairAt(pair);
      const units = base[BASE.pairs + pair] as number;
      let [both, products] = [0, 0];
      for (let at = field; at < any * fields; at += fields) {
        both += codes[at + PAIR.both] as number;
        products += (codes[at + PAIR.one] as number) * (codes[at + PAIR.other] as number);
      }
      return { observed: both / units, expected: products / units ** 2 };
    }),
  };
}

/** Whether all who rated a code said the same of it everywhere, so that there is nothing to measure. */
export function isConstant({ base, codes }: Totals, { fields }: RatingSums, code: number): boolean {
  const share = codes[code * fields + FIELD.share] as number;
  const rated = (base[BASE.rated] as number) + (codes[code * fields + FIELD.rated] as number);
  return share < NOTHING || rated - share < NOTHING;
}
