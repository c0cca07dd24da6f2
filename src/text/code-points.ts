import type { Span } from '../model/span.js';

const SURROGATE_PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Translates offsets between code points and UTF-16 units of one text. */
export interface OffsetMap {
  /** Length of the text in code points. */
  readonly length: number;
  readonly toUtf16: (codePoint: number) => number;
  readonly toCodePoint: (utf16: number) => number;
}

/** The offset map of a text; the identity when it has no character beyond the basic plane. */
export function offsetMap(text: string): OffsetMap {
  const pairs: number[] = [];
  for (const match of text.matchAll(SURROGATE_PAIR)) pairs.push(match.index);
  if (pairs.length === 0) {
    return { length: text.length, toUtf16: (n) => n, toCodePoint: (n) => n };
  }
  // pairs[i] - i is the code point offset of the i-th pair, so both directions are one binary search.
  return {
    length: text.length - pairs.length,
    toUtf16: (codePoint) => codePoint + countBelow(pairs, codePoint, (at, i) => at - i),
    toCodePoint: (utf16) => utf16 - countBelow(pairs, utf16, (at) => at),
  };
}

/** Number of code points in a text; a lone surrogate counts as one. */
export function codePointLength(text: string): number {
  return offsetMap(text).length;
}

/** The stretch of a text that a span (code points) covers. */
export function sliceCodePoints(text: string, span: Span): string {
  const map = offsetMap(text);
  return text.slice(map.toUtf16(span.start), map.toUtf16(span.end));
}

/** Orders two strings by code point, the same on every machine and in every locale. */
export function compareByCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = codeUnitRank(a.charCodeAt(i)) - codeUnitRank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Surrogates stand for the highest code points, yet sort below U+E000–U+FFFF as units. */
function codeUnitRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function countBelow(
  pairs: readonly number[],
  limit: number,
  key: (at: number, index: number) => number,
): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(pairs[middle] as number, middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
