import type { CodedText } from '../../model/coded-text.js';
import type { Span } from '../../model/span.js';
import { offsetMap } from '../../text/code-points.js';
import { rawSpan } from '../../text/origins.js';
import { splitSentences } from '../../text/sentences.js';

/** A sentence of a case, where it stands in the raw text and how it reads there and in the clean text. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly cleanQuote: string;
}

/** Cuts a case into sentences once and finds the passage of any place in its clean text. */
export function passagesOf({ text, normalized }: CodedText) {
  const sentences = splitSentences(normalized.text);
  const raw = offsetMap(text);
  const clean = offsetMap(normalized.text);
  return {
    /** Index of the last sentence that starts at or before a place (code points of the clean text). */
    indexAt(place: number): number {
      let low = 0;
      let high = sentences.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sentences[middle] as Span).start <= place) low = middle + 1;
        else high = middle;
      }
      return Math.max(0, low - 1);
    },
    /** The stretch from one sentence to another, each by its index. */
    passage(first: number, last = first): Passage {
      const stretch = { start: (sentences[first] as Span).start, end: (sentences[last] as Span).end };
      const { start, end } = rawSpan(normalized, stretch);
      return {
        start,
        end,
        quote: text.slice(raw.toUtf16(start), raw.toUtf16(end)),
        cleanQuote: normalized.text.slice(clean.toUtf16(stretch.start), clean.toUtf16(stretch.end)),
      };
    },
  };
}
