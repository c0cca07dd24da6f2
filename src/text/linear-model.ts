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

/** Probability (0–1) that the model gives to a thing with these feature values. */
export function probability(
  { mean, deviation, crossed, weights }: LinearModel,
  values: ArrayLike<number>,
): number {
  const z = new Float64Array(values.length);
  let sum = weights[0] as number;
  for (let i = 0; i < z.length; i += 1) {
    const standard = ((values[i] as number) - (mean[i] as number)) / (deviation[i] as number);
    const limited = Math.max(-LIMIT, Math.min(LIMIT, standard));
    z[i] = limited;
    sum += (weights[i + 1] as number) * limited;
  }
  let next = z.length + 1;
  for (let i = 0; i < crossed.length; i += 1) {
    const zi = z[crossed[i] as number] as number;
    for (let j = i; j < crossed.length; j += 1) {
      sum += (weights[next] as number) * zi * (z[crossed[j] as number] as number);
      next += 1;
    }
  }
  return 1 / (1 + Math.exp(-sum));
}
