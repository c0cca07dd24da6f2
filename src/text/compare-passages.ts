import type { Polarity } from '../model/coded-passage.js';
import type { Span } from '../model/span.js';
import { compareByCodePoint } from './code-points.js';

/** A code at a place. */
interface CodeAtPlace extends Span {
  readonly code: string;
  readonly polarity: Polarity;
}

/** The order in which what is coded in a text is read: by where it begins, longer passages first, then by code. */
export function comparePassages(one: CodeAtPlace, other: CodeAtPlace): number {
  return (
    one.start - other.start ||
    other.end - one.end ||
    compareByCodePoint(one.code, other.code) ||
    compareByCodePoint(one.polarity, other.polarity)
  );
}
