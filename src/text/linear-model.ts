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

/** Makes the function that gives the probability (0–1) of a thing from the values of its features, which stand from `at`. */
export function probabilityOf({
  features,
  mean,
  deviation,
  crossed,
  weights: given,
}: LinearModel): (values: ArrayLike<number>, at?: number) => number {
  const size = features.length;
  const weights = Float64Array.from(given);
  const z = new Float64Array(size);
  const c = new Float64Array(crossed.length);
  return (values, at = 0) => {
    let sum = weights[0] as number;
    for (let i = 0; i < size; i += 1) {
      const standard = ((values[at + i] as number) - (mean[i] as number)) / (deviation[i] as number);
      const limited = standard > LIMIT ? LIMIT : standard < -LIMIT ? -LIMIT : standard;
      z[i] = limited;
      sum += (weights[i + 1] as number) * limited;
    }
    for (let i = 0; i < c.length; i += 1) c[i] = z[crossed[i] as number] as number;
    let next = size + 1;
    for (let i = 0; i < c.length; i += 1) {
      // Two sums, since each addition would wait for the one before.
      let even = 0;
      let odd = 0;
      let j = i;
      for (; j + 1 < c.length; j += 2) {
        even += (weights[next] as number) * (c[j] as number);
        odd += (weights[next + 1] as number) * (c[j + 1] as number);
        next += 2;
      }
      if (j < c.length) {
        even += (weights[next] as number) * (c[j] as number);
        next += 1;
      }
      sum += (c[i] as number) * (even + odd);
    }
    return 1 / (1 + Math.exp(-sum));
  };
}
