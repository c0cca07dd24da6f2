import { BOUNDARY } from './encode-corpus.js';

/** Fixed point for entropy terms, so that their sum is exact and the same in any order. */
const SCALE = 2 ** 20;
const TABLE = Float64Array.from({ length: 1024 }, (_, count) => scaledTerm(count));

/** The characters on one side of a string's occurrences, counted in buffers that are used again and again. */
export interface Neighbours {
  readonly counts: Int32Array;
  /** The codes met, in order of appearance; the first `size` are valid. */
  readonly met: Int32Array;
  size: number;
}

/** Empty buffers for an alphabet. */
export function neighbourBuffers(alphabetSize: number): Neighbours {
  return { counts: new Int32Array(alphabetSize), met: new Int32Array(alphabetSize), size: 0 };
}

/** Counts the characters that stand `offset` after the positions `[from, to)` of a list. */
export function countNeighbours(
  into: Neighbours,
  codes: Uint16Array,
  positions: Int32Array,
  from: number,
  to: number,
  offset: number,
): void {
  const { counts, met } = into;
  for (let i = 0; i < into.size; i += 1) counts[met[i] as number] = 0;
  let size = 0;
  for (let i = from; i < to; i += 1) {
    const code = codes[(positions[i] as number) + offset] as number;
    const count = counts[code] as number;
    if (count === 0) {
      met[size] = code;
      size += 1;
    }
    counts[code] = count + 1;
  }
  into.size = size;
}

/** Entropy of the neighbours (nats), ln f − Σ c·ln c / f, where each boundary is a neighbour of its own. */
export function neighbourEntropy({ counts, met, size }: Neighbours, frequency: number): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1) {
    const code = met[i] as number;
    if (code !== BOUNDARY) sum += term(counts[code] as number);
  }
  return Math.max(0, Math.log(frequency) - sum / SCALE / frequency);
}

function term(count: number): number {
  return count < TABLE.length ? (TABLE[count] as number) : scaledTerm(count);
}

function scaledTerm(count: number): number {
  return count === 0 ? 0 : Math.round(count * Math.log(count) * SCALE);
}
