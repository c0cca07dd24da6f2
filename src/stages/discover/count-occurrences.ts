import { type EncodedCorpus, MAY_BEGIN, MAY_END } from './encode-corpus.js';
import type { NgramLevel } from './ngram-level.js';

/** Counts the texts and the segmenter's cuts around the occurrences `[from, to)` of class `c`. */
export function countOccurrences(
  { tokenLengths, edges, textStarts }: EncodedCorpus,
  positions: Int32Array,
  from: number,
  to: number,
  { length, cases, aligned, whole }: Pick<NgramLevel, 'length' | 'cases' | 'aligned' | 'whole'>,
  c: number,
): void {
  let texts = 0;
  let onCuts = 0;
  let tokens = 0;
  let textEnd = 0;
  for (let i = from; i < to; i += 1) {
    const position = positions[i] as number;
    if (tokenLengths[position] === length) tokens += 1;
    if ((edges[position] as number) & MAY_BEGIN && (edges[position + length - 1] as number) & MAY_END) {
      onCuts += 1;
    }
    if (position >= textEnd) {
      texts += 1;
      textEnd = endOfText(textStarts, position);
    }
  }
  cases[c] = texts;
  aligned[c] = onCuts;
  whole[c] = tokens;
}

/** Start of the first text that begins after a position. */
function endOfText(textStarts: Int32Array, position: number): number {
  let low = 0;
  let high = textStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((textStarts[middle] as number) <= position) low = middle + 1;
    else high = middle;
  }
  return textStarts[low] ?? Number.POSITIVE_INFINITY;
}
