import { BOUNDARY, CODES } from './cell.js';

/** Fixed point for entropy terms, so that their sum is exact and the same in any order. */
const SCALE = 2 ** 20;
const TABLE = Float64Array.from({ length: 1024 }, (_, count) => scaledTerm(count));

/** The characters on one side of a string's occurrences, counted in buffers that are used again and again. */
export interface Neighbours {
  /** Occurrences by code; all 0 but those of the codes met. */
  readonly counts: Int32Array;
  /** The codes met, in order of appearance; the first `size` are valid. */
  readonly met: Int32Array;
  size: number;
}

/** Empty buffers. */
export function neighbourBuffers(): Neighbours {
  return { counts: new Int32Array(CODES), met: new Int32Array(CODES), size: 0 };
}

/** Empties the buffers. */
export function forgetNeighbours(neighbours: Neighbours): void {
  const { counts, met, size } = neighbours;
  for (let i = 0; i < size; i += 1) counts[met[i] as number] = 0;
  neighbours.size = 0;
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
