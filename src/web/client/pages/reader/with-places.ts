import type { Span } from '../../../../model/span.js';
import { comparePassages } from '../../../../text/compare-passages.js';
import type { ReadCoding } from '../../../../workflow/read-case-coding.js';
import type { ReadPassage } from '../../../../workflow/read-passages.js';

/** A coding with what is coded at some places in the place of what was coded there; in the order of reading. */
export function withPlaces(
  coding: ReadCoding,
  { spans, passages }: { readonly spans: readonly Span[]; readonly passages: readonly ReadPassage[] },
): ReadCoding {
  const isThere = (one: Span) => spans.some(({ start, end }) => one.start === start && one.end === end);
  const others = coding.passages.filter((one) => !isThere(one));
  return { ...coding, passages: [...others, ...passages].sort(comparePassages) };
}
