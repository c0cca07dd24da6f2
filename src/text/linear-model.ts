/** A logistic regression over standardised features, their squares and products, as a training script wrote it. */
export interface LinearModel {
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** Which features also enter as squares and products with each other. */
  readonly crossed: readonly number[];
  /** Intercept, one weight a feature, then one a pair of crossed features, (0,0), (0,1) … (1,1) … */
  readonly weights: readonly number[];
}

/** Beyond so many deviations a feature says no more: texts differ from those of the training. */
const LIMIT = 4;

type Probability = (values: ArrayLike<number>, at?: number) => number;

/**
 * Makes the function that gives the probability (0–1) of a thing from the values of its features, which stand from `at`.
 * It is compiled with the weights in it, which takes half the time of walking through them.
 */
export function probabilityOf({ features, mean, deviation, crossed, weights }: LinearModel): Probability {
  const standardised = features.map((_, i) => {
    const standardise = `const s${i} = (values[at + ${i}] - ${mean[i]}) / ${deviation[i]};`;
    return `${standardise} const z${i} = s${i} > ${LIMIT} ? ${LIMIT} : s${i} < -${LIMIT} ? -${LIMIT} : s${i};`;
  });
  const single = features.map((_, i) => `sum += ${weights[i + 1]} * z${i};`);
  let next = features.length + 1;
  const products = crossed.map((i, n) => {
    const others = crossed.slice(n).map((j) => {
      next += 1;
      return `${weights[next - 1]} * z${j}`;
    });
    return `sum += z${i} * (${others.join(' + ')});`;
  });
  const body = [...standardised, `let sum = ${weights[0]};`, ...single, ...products];
  return new Function(
    'values',
    'at = 0',
    `${body.join('\n')}\nreturn 1 / (1 + Math.exp(-sum));`,
  ) as Probability;
}
