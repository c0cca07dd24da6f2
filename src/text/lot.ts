import { hash } from 'node:crypto';

/** Draws the lot of a thing by a seed: a number that other things do not change, as text to sort by. */
export function lotOf(seed: number, about: unknown): string {
  return hash('sha256', JSON.stringify([seed, about]));
}
