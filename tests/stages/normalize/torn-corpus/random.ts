import { createHash } from 'node:crypto';

/** Draws numbers that depend on a name alone. */
export interface Draw {
  /** A number from 0 up to 1. */
  readonly share: () => number;
  /** A whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly happens: (probability: number) => boolean;
}

/** The first bytes of the hash of a name as a number. */
export function numberOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32LE();
}

/** Opens the series of numbers of a name (mulberry32). */
export function openDraw(name: string): Draw {
  let state = numberOf(name);
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(share() * (most - least + 1));
  return {
    share,
    between,
    pick: (from) => from[between(0, from.length - 1)] as (typeof from)[number],
    happens: (probability) => share() < probability,
  };
}
