import type { NgramLevel } from './ngram-level.js';

/** The part of a level that is needed for the cohesion of longer strings. */
export type LevelLinks = Pick<NgramLevel, 'frequency' | 'prefix' | 'suffix'>;

/**
 * Cohesion of a string: its pointwise mutual information (nats), ln(f(w)·N / (f(a)·f(b))), at the split into
 * a and b where it is smallest. `levels[n]` holds the strings of length n + 1, N is the number of characters.
 */
export function cohesion(
  levels: readonly LevelLinks[],
  length: number,
  c: number,
  characters: number,
): number {
  const prefixes = chain(levels, length, c, 'prefix');
  const suffixes = chain(levels, length, c, 'suffix');
  let largest = 0;
  for (let split = 1; split < length; split += 1) {
    const product = (prefixes[split] as number) * (suffixes[length - split] as number);
    if (product > largest) largest = product;
  }
  const frequency = levels[length - 1]?.frequency[c] as number;
  return Math.log((frequency * characters) / largest);
}

/** Frequency of the beginning (or the end) of every length, by length. */
function chain(
  levels: readonly LevelLinks[],
  length: number,
  c: number,
  side: 'prefix' | 'suffix',
): Float64Array {
  const frequencies = new Float64Array(length);
  let part = c;
  for (let n = length; n > 1; n -= 1) {
    part = levels[n - 1]?.[side][part] as number;
    frequencies[n - 1] = levels[n - 2]?.frequency[part] as number;
  }
  return frequencies;
}
