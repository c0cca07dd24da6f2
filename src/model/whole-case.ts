import type { Span } from './span.js';

/**
 * The place of a coding without span: the empty stretch before the text, which every version of every case has, also one
 * without text. It touches no sentence, so a case as a whole is a unit of its own.
 */
export const WHOLE_CASE: Span = { start: 0, end: 0 };

/** Returns whether a place is a case as a whole; every other place of a coding has an extent. */
export function isWholeCase({ end }: Span): boolean {
  return end === 0;
}
