import type { RowsTotal } from './figures.js';
import { exactly, type Interval, isAtLeast, mayBeEqual } from './interval.js';

/**
 * Whether a total may be right beside the rows that make it up. A union lies between the largest row and the sum; of
 * rows that are not all there the sum, or for a union the largest row, is the least that the total can be.
 */
export function fitsRows(
  total: Interval,
  { sum, largest, isComplete }: RowsTotal,
  isUnion: boolean,
): boolean {
  if (!isUnion && isComplete) return mayBeEqual(total, sum);
  if (!isAtLeast(total, isUnion ? exactly(largest) : sum)) return false;
  return !isComplete || isAtLeast(sum, total);
}
