import type { Span } from '../model/span.js';
import { WHOLE_CASE } from '../model/whole-case.js';
import { offsetMap } from './code-points.js';

/** A passage of an earlier text: its words, those just before and after it, and where it began (code points). */
export interface Anchor {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
}

/**
 * Where a passage stands in a changed text, or null when its words are gone; the case as a whole stays that. Of several places the one whose
 * surroundings agree furthest wins, of equals the one nearest to the old place.
 */
export function anchorPassage(newText: string, { quote, prefix, suffix, start }: Anchor): Span | null {
  if (quote === '') return WHOLE_CASE;
  const offsets = offsetMap(newText);
  let best: { span: Span; agreement: number; distance: number } | null = null;
  for (let at = newText.indexOf(quote); at !== -1; at = newText.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    const span = { start: offsets.toCodePoint(at), end: offsets.toCodePoint(end) };
    const agreement = agreementBefore(newText, at, prefix) + agreementAfter(newText, end, suffix);
    const distance = Math.abs(span.start - start);
    const isBetter =
      best === null ||
      agreement > best.agreement ||
      (agreement === best.agreement && distance < best.distance);
    if (isBetter) best = { span, agreement, distance };
  }
  return best?.span ?? null;
}

function agreementBefore(text: string, end: number, prefix: string): number {
  let length = 0;
  while (length < prefix.length && length < end && text[end - 1 - length] === prefix.at(-1 - length))
    length += 1;
  return length;
}

function agreementAfter(text: string, start: number, suffix: string): number {
  let length = 0;
  while (length < suffix.length && text[start + length] === suffix[length]) length += 1;
  return length;
}
