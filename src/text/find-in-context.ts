import type { Span } from '../model/span.js';
import { offsetMap } from './code-points.js';
import type { TermMatcher } from './term-matcher.js';

/** One match with what stands around it in its line; the span counts code points of the text. */
export interface MatchInContext extends Span {
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
}

/** Characters of context on either side. */
const CONTEXT = 24;

/** Finds every match in a text with its context, in order, in time linear in the text and the matches. */
export function findInContext(text: string, matcher: TermMatcher): MatchInContext[] {
  const matches = matcher.find(text);
  if (matches.length === 0) return [];
  const offsets = offsetMap(text);
  return matches.map(({ term, start, end }) => {
    const from = offsets.toUtf16(start);
    const left = copyOf(text.slice(offsets.toUtf16(Math.max(0, start - CONTEXT)), from));
    const right = copyOf(text.slice(from + term.length, offsets.toUtf16(end + CONTEXT)));
    return {
      start,
      end,
      left: left.slice(left.lastIndexOf('\n') + 1),
      keyword: copyOf(term),
      right: right.split('\n', 1)[0] ?? '',
    };
  });
}

/** A slice of a text keeps the whole text in memory as long as it lives; its copy does not. */
function copyOf(slice: string): string {
  return Buffer.from(slice, 'utf16le').toString('utf16le');
}
