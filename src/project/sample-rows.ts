import { UserError } from '../errors.js';
import { lotOf } from '../text/lot.js';

/** How many rows are drawn, and from which seed. */
export interface Sample {
  /** A number of rows, or a share of them such as `20%` or `1/3`. */
  readonly sample?: string | undefined;
  readonly seed?: number | undefined;
}

/**
 * Draws rows by chance, the same ones for the same seed and the same rows, and leaves them in their order.
 * @param about what a row is about: others are drawn when that is another
 * @throws UserError sheet/bad-sample
 */
export function sampleRows<T>(
  rows: readonly T[],
  about: (row: T) => unknown,
  { sample, seed = 1 }: Sample,
): readonly T[] {
  if (sample === undefined) return rows;
  const count = sizeOfSample(sample, rows.length);
  const drawn = rows
    .map((row, at) => ({ at, lot: lotOf(seed, about(row)) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : one.lot > other.lot ? 1 : one.at - other.at))
    .slice(0, count)
    .map(({ at }) => at)
    .sort((one, other) => one - other);
  return drawn.map((at) => rows[at] as T);
}

/**
 * How many a sample has: a number, or a share of all.
 * @throws UserError sheet/bad-sample
 */
export function sizeOfSample(sample: string, of: number): number {
  const plain = sample.normalize('NFKC').replaceAll('⁄', '/').trim();
  const [, number, percent, over] = /^(\d+(?:\.\d+)?)(?:(%)|\/(\d+))?$/.exec(plain) ?? [];
  const wanted = Number(number);
  const isShare = percent !== undefined || over !== undefined;
  const parts = over === undefined ? 100 : Number(over);
  if (!(wanted > 0) || (isShare ? !(wanted <= parts) : !Number.isInteger(wanted))) {
    throw new UserError('sheet/bad-sample', { sample });
  }
  return isShare ? Math.ceil((of * wanted) / parts) : wanted;
}
