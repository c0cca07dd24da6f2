import { countOccurrences } from './count-occurrences.js';
import { BOUNDARY, type EncodedCorpus } from './encode-corpus.js';
import { countNeighbours, neighbourBuffers, neighbourEntropy } from './neighbours.js';
import type { NgramLevel } from './ngram-level.js';

/** The classes of one length: the occurrences of class c are `[starts[c], starts[c + 1])` of the position list. */
interface Classes {
  readonly starts: readonly number[];
  readonly prefix: readonly number[];
  readonly suffix: readonly number[];
}

/**
 * Yields the frequent strings of length 1, 2, … Level-wise (Apriori): the occurrences of a class lie together
 * in one ascending list of positions and are split by the character that follows, so that a level needs
 * nothing but the one before it. Every count is a sum over occurrences.
 */
export function* countNgrams(
  corpus: EncodedCorpus,
  { minFrequency, maxLength }: { readonly minFrequency: number; readonly maxLength: number },
): Generator<NgramLevel> {
  const { codes, alphabet } = corpus;
  const positions = new Int32Array(codes.length).map((_, position) => position);
  const classAt = new Int32Array(codes.length);
  const scratch = new Int32Array(codes.length);
  const targets = new Int32Array(alphabet.length);
  const before = neighbourBuffers(alphabet.length);
  const after = neighbourBuffers(alphabet.length);

  let classes: Classes = { starts: [0, codes.length], prefix: [0], suffix: [0] };
  for (let length = 0; length <= maxLength && classes.prefix.length > 0; length += 1) {
    const { starts, prefix, suffix } = classes;
    const level = emptyLevel(length, prefix, suffix);
    const next = { starts: [0], prefix: [] as number[], suffix: [] as number[] };
    let end = 0;

    for (let c = 0; c < prefix.length; c += 1) {
      const from = starts[c] as number;
      const to = starts[c + 1] as number;
      countNeighbours(after, codes, positions, from, to, length);
      if (length > 1) {
        countNeighbours(before, codes, positions, from, to, -1);
        level.leftEntropy[c] = neighbourEntropy(before, to - from);
        level.rightEntropy[c] = neighbourEntropy(after, to - from);
        countOccurrences(corpus, positions, from, to, level, c);
      }
      level.first[c] = positions[from] as number;
      level.frequency[c] = to - from;

      let room = 0;
      for (let i = 0; i < after.size; i += 1) {
        const code = after.met[i] as number;
        const count = after.counts[code] as number;
        const kept = code !== BOUNDARY && count >= minFrequency;
        targets[code] = kept ? room : -1;
        if (!kept) continue;
        room += count;
        next.starts.push(end + room);
        next.prefix.push(c);
      }
      for (let i = from; i < to; i += 1) {
        const position = positions[i] as number;
        const code = codes[position + length] as number;
        const slot = targets[code] as number;
        if (slot < 0) continue;
        scratch[slot] = position;
        targets[code] = slot + 1;
      }
      positions.set(scratch.subarray(0, room), end);
      end += room;
    }

    // The end of a string is looked up among the classes of this length before the next ones overwrite them.
    for (let c = 0; c < next.prefix.length; c += 1) {
      const first = positions[next.starts[c] as number] as number;
      next.suffix.push(classAt[first + 1] as number);
    }
    for (let c = 0; c < next.prefix.length; c += 1) {
      const to = next.starts[c + 1] as number;
      for (let i = next.starts[c] as number; i < to; i += 1) classAt[positions[i] as number] = c;
    }
    classes = next;
    if (length > 0) yield level;
  }
}

function emptyLevel(length: number, prefix: readonly number[], suffix: readonly number[]): NgramLevel {
  const size = prefix.length;
  return {
    length,
    first: new Int32Array(size),
    frequency: new Int32Array(size),
    prefix: Int32Array.from(prefix),
    suffix: Int32Array.from(suffix),
    cases: new Int32Array(size),
    aligned: new Int32Array(size),
    onKnownCuts: new Int32Array(size),
    knownCutsInside: new Int32Array(size),
    whole: new Int32Array(size),
    leftEntropy: new Float64Array(size),
    rightEntropy: new Float64Array(size),
  };
}
