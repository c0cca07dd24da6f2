import { seededRandom } from '../../../text/seeded-random.js';

/** How intervals are drawn. */
export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
}

/** What intervals are drawn with where nobody says otherwise. */
export const DEFAULT_RESAMPLING: Resampling = { resamples: 1000, seed: 1 };

/** A value with its interval; null for what is not defined. */
export interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The share of resamples that an interval covers. */
export const COVERED = 0.95;

/** Six decimals: further ones depend on the order of sums. */
const DECIMALS = 1e6;

/**
 * Computes figures of all clusters, with percentile intervals from samples of as many clusters drawn with replacement (Efron
 * 1979; clusters as wholes, since the units of one case are not independent). Where a figure is defined in fewer than half of
 * the samples, or there is one cluster only, it has no interval.
 * @param figuresOf the figures of a sample, in an order of their own; NaN for what is not defined
 */
export function resampleClusters(
  clusters: number,
  { resamples, seed }: Resampling,
  figuresOf: (weights: ArrayLike<number>) => readonly number[],
): Figure[] {
  const weights = new Float64Array(clusters).fill(1);
  const whole = figuresOf(weights);
  const count = clusters > 1 ? resamples : 0;
  const drawn = whole.map(() => new Float64Array(count));
  const random = seededRandom(seed);
  for (let sample = 0; sample < count; sample += 1) {
    weights.fill(0);
    for (let draw = 0; draw < clusters; draw += 1) {
      const cluster = Math.floor(random() * clusters);
      weights[cluster] = (weights[cluster] as number) + 1;
    }
    figuresOf(weights).forEach((figure, at) => {
      (drawn[at] as Float64Array)[sample] = figure;
    });
  }
  return whole.map((value, at) => ({
    value: Number.isFinite(value) ? round(value) : null,
    ...intervalOf(drawn[at] as Float64Array, value),
  }));
}

function intervalOf(drawn: Float64Array, value: number): Pick<Figure, 'low' | 'high'> {
  const defined = drawn.filter(Number.isFinite).sort();
  if (!Number.isFinite(value) || defined.length === 0 || defined.length < drawn.length / 2) {
    return { low: null, high: null };
  }
  const tail = Math.floor((defined.length * (1 - COVERED)) / 2);
  return {
    low: round(defined[tail] as number),
    high: round(defined[defined.length - 1 - tail] as number),
  };
}

const round = (value: number) => Math.round(value * DECIMALS) / DECIMALS + 0;
