import { type EncodedCorpus, KNOWN_CUT, MAY_BEGIN, MAY_END } from './encode-corpus.js';
import type { NgramLevel } from './ngram-level.js';

/** Counts the texts and the segmenter's cuts around the occurrences `[from, to)` of class `c`. */
export function countOccurrences(
  { tokenLengths, edges, textStarts }: EncodedCorpus,
  positions: Int32Array,
  from: number,
  to: number,
  level: NgramLevel,
  c: number,
): void {
  const { length } = level;
  let texts = 0;
  let asTerm = 0;
  let onKnownCuts = 0;
  let knownCutsInside = 0;
  let tokens = 0;
  let textEnd = 0;
  for (let i = from; i < to; i += 1) {
    const position = positions[i] as number;
    const begin = edges[position] as number;
    if (tokenLengths[position] === length) tokens += 1;
    if (begin & MAY_BEGIN && (edges[position + length - 1] as number) & MAY_END) asTerm += 1;
    if (begin & (edges[position + length] as number) & KNOWN_CUT) onKnownCuts += 1;
    for (let at = position + 1; at < position + length; at += 1) {
      if ((edges[at] as number) & KNOWN_CUT) knownCutsInside += 1;
    }
    if (position >= textEnd) {
      texts += 1;
      textEnd = endOfText(textStarts, position);
    }
  }
  level.cases[c] = texts;
  level.aligned[c] = asTerm;
  level.onKnownCuts[c] = onKnownCuts;
  level.knownCutsInside[c] = knownCutsInside;
  level.whole[c] = tokens;
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
