import type { Ngram } from './count-ngrams.js';

/** The numbers of a row before its code points. */
const COUNTS = [
  'length',
  'frequency',
  'aligned',
  'whole',
  'cases',
  'onKnownCuts',
  'knownCutsInside',
  'leftEntropy',
  'rightEntropy',
] as const satisfies readonly (keyof Ngram)[];

/** Strings as rows of numbers, to be written: their counts in the order above, then as many places as the longest has characters. */
export function packNgrams(ngrams: readonly Ngram[], maxLength: number): Float64Array {
  const stride = COUNTS.length + maxLength;
  const rows = new Float64Array(ngrams.length * stride);
  for (const [i, ngram] of ngrams.entries()) {
    for (const [column, name] of COUNTS.entries()) rows[i * stride + column] = ngram[name];
    rows.set(ngram.codes, i * stride + COUNTS.length);
  }
  return rows;
}

/** The strings in rows of numbers. */
export function unpackNgrams(rows: Float64Array, maxLength: number): Ngram[] {
  const stride = COUNTS.length + maxLength;
  return Array.from({ length: rows.length / stride }, (_, i) => {
    const row = rows.subarray(i * stride, (i + 1) * stride);
    const count = (name: (typeof COUNTS)[number]) => row[COUNTS.indexOf(name)] as number;
    const length = count('length');
    return {
      length,
      frequency: count('frequency'),
      aligned: count('aligned'),
      whole: count('whole'),
      cases: count('cases'),
      onKnownCuts: count('onKnownCuts'),
      knownCutsInside: count('knownCutsInside'),
      leftEntropy: count('leftEntropy'),
      rightEntropy: count('rightEntropy'),
      codes: Int32Array.from(row.subarray(COUNTS.length, COUNTS.length + length)),
    };
  });
}
