import { BOUNDARY, CODE, KNOWN_CUT, MAY_BEGIN, MAY_END, tokenLength } from './cell.js';
import { forgetNeighbours, neighbourBuffers, neighbourEntropy } from './neighbours.js';
import type { GrowingTree } from './ngram-tree.js';
import { type CountOptions, CUTS_SHIFT, type Occurrences, ROW } from './occurrences.js';

/** What is counted of a string before it is known whether more is wanted. */
export interface NgramCounts {
  readonly length: number;
  readonly frequency: number;
  /** Occurrences that begin and end where a term may. */
  readonly aligned: number;
  /** Occurrences that are one token. */
  readonly whole: number;
  /** Occurrences that begin and end where tokens do when nothing is guessed. */
  readonly onKnownCuts: number;
}

/** A string with all its counts. */
export interface Ngram extends NgramCounts {
  /** Its code points. */
  readonly codes: Int32Array;
  /** Texts with an occurrence. */
  readonly cases: number;
  /** Cuts within the occurrences, all told, when nothing is guessed. */
  readonly knownCutsInside: number;
  readonly leftEntropy: number;
  readonly rightEntropy: number;
}

/**
 * Counts the strings of a bucket, depth first: the occurrences of a string are split by the character that follows,
 * then each share by the next one; what is rarer than wanted is not followed further. Few occurrences stay in the
 * processor's cache until all that begins with them is counted. Every count is a sum over occurrences.
 *
 * `isWanted` is asked of every frequent string, `found` gets those it wants, ordered by code point. `addChildren` gets
 * the frequencies of all that are shorter than the longest.
 */
export function countNgrams(
  { rows, stride, codes, starts }: Occurrences,
  { minFrequency, maxLength }: CountOptions,
  isWanted: (counts: NgramCounts) => boolean,
  found: (ngram: Ngram) => void,
  addChildren: GrowingTree['addChildren'],
): void {
  const size = starts.at(-1) as number;
  // The occurrences of a string, those of the strings that go on from it, and so on in turn: numbers of rows' begins.
  const shelves = [new Int32Array(size), new Int32Array(size)] as const;
  for (let i = 0; i < size; i += 1) shelves[0][i] = i * stride;
  const before = neighbourBuffers();
  const after = neighbourBuffers();
  const targets = new Int32Array(after.counts.length);
  const path = new Int32Array(maxLength);

  const describe = (counts: NgramCounts, from: number, to: number): Ngram => {
    const { length, frequency } = counts;
    const order = shelves[(length - 1) & 1] as Int32Array;
    const last = ROW + length - 1;
    let cases = 0;
    let knownCutsInside = 0;
    let text = -1;
    for (let i = from; i < to; i += 1) {
      const row = order[i] as number;
      if (rows[row] !== text) {
        text = rows[row] as number;
        cases += 1;
      }
      const left = (rows[row + 1] as number) & CODE;
      const count = before.counts[left] as number;
      if (count === 0) {
        before.met[before.size] = left;
        before.size += 1;
      }
      before.counts[left] = count + 1;
      knownCutsInside += (rows[row + last] as number) >>> CUTS_SHIFT;
    }
    return {
      length,
      frequency,
      aligned: counts.aligned,
      whole: counts.whole,
      onKnownCuts: counts.onKnownCuts,
      codes: path.slice(0, length),
      cases,
      knownCutsInside,
      leftEntropy: neighbourEntropy(before, frequency),
      rightEntropy: neighbourEntropy(after, frequency),
    };
  };

  const count = (node: number, length: number, from: number, to: number): void => {
    const order = shelves[(length - 1) & 1] as Int32Array;
    const last = ROW + length - 1;
    let aligned = 0;
    let whole = 0;
    let onKnownCuts = 0;
    for (let i = from; i < to; i += 1) {
      const row = order[i] as number;
      const place = rows[row + 1] as number;
      if (place & MAY_BEGIN && (rows[row + last] as number) & MAY_END) aligned += 1;
      if (tokenLength(place) === length) whole += 1;
      const following = rows[row + last + 1] as number;
      if (place & following & KNOWN_CUT) onKnownCuts += 1;
      const code = following & CODE;
      const met = after.counts[code] as number;
      if (met === 0) {
        after.met[after.size] = code;
        after.size += 1;
      }
      after.counts[code] = met + 1;
    }
    const counts = { length, frequency: to - from, aligned, whole, onKnownCuts };
    if (isWanted(counts)) {
      found(describe(counts, from, to));
      forgetNeighbours(before);
    }

    const kept = length < maxLength ? keptCodes() : NONE;
    if (kept.length === 0) {
      forgetNeighbours(after);
      return;
    }
    const frequencies = new Int32Array(kept.length);
    for (let i = 0; i < kept.length; i += 1) frequencies[i] = after.counts[kept[i] as number] as number;
    const first = length + 1 < maxLength ? addChildren(node, kept, frequencies) : 0;
    for (let i = 0; i < after.size; i += 1) targets[after.met[i] as number] = -1;
    let room = from;
    for (let i = 0; i < kept.length; i += 1) {
      targets[kept[i] as number] = room;
      room += frequencies[i] as number;
    }
    forgetNeighbours(after);
    const following = shelves[length & 1] as Int32Array;
    for (let i = from; i < to; i += 1) {
      const row = order[i] as number;
      const code = (rows[row + last + 1] as number) & CODE;
      const target = targets[code] as number;
      if (target < 0) continue;
      following[target] = row;
      targets[code] = target + 1;
    }
    let begin = from;
    for (let i = 0; i < kept.length; i += 1) {
      const end = begin + (frequencies[i] as number);
      path[length] = kept[i] as number;
      count(first + i, length + 1, begin, end);
      begin = end;
    }
  };
  /** The characters that follow often enough, ordered. */
  const keptCodes = (): Int32Array => {
    let kept = 0;
    for (let i = 0; i < after.size; i += 1) {
      const code = after.met[i] as number;
      if (code === BOUNDARY || (after.counts[code] as number) < minFrequency) continue;
      keptBuffer[kept] = code;
      kept += 1;
    }
    if (kept === 0) return NONE;
    return kept === 1 ? keptBuffer.slice(0, 1) : keptBuffer.slice(0, kept).sort();
  };
  const keptBuffer = new Int32Array(after.counts.length);

  const frequencies = codes.map((_, i) => (starts[i + 1] as number) - (starts[i] as number));
  const first = addChildren(0, Int32Array.from(codes), Int32Array.from(frequencies));
  for (const [i, code] of codes.entries()) {
    path[0] = code;
    count(first + i, 1, starts[i] as number, starts[i + 1] as number);
  }
}

const NONE = new Int32Array(0);
