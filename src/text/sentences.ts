import type { Span } from '../model/span.js';
import { offsetMap } from './code-points.js';
import { CLOSING, SENTENCE_END } from './han.js';

const END = `(?:[${SENTENCE_END}]+[${CLOSING}]*)`;
const SENTENCE = new RegExp(`[^${SENTENCE_END}\\n\\t]+${END}*|${END}+`, 'g');

/** Straight quotes, but for apostrophes. */
const STRAIGHT_QUOTE = /"|(?<![A-Za-z\d])'|'(?![A-Za-z])/g;
const CLOSING_AFTER = new RegExp(`["'][${CLOSING}]*${END}*`, 'y');

/**
 * Returns the sentences of a clean text (one paragraph a line) in order, without the blanks around them: each ends
 * after 。！？；…… and the closing quotes and brackets that follow, at the line end, or where a cell of a table ends
 * (a tab). A straight quote closes where its paragraph has opened one.
 */
export function splitSentences(text: string): Span[] {
  const offsets = offsetMap(text);
  const spans: Span[] = [];
  const hasQuotes = /["']/.test(text);
  let open = new Set<string>();
  SENTENCE.lastIndex = 0;
  for (let match = SENTENCE.exec(text); match !== null; match = SENTENCE.exec(text)) {
    let [sentence] = match;
    if (hasQuotes) {
      if (text[match.index - 1] === '\n') open = new Set();
      toggleQuotes(open, sentence);
      sentence += closingQuotes(text, SENTENCE.lastIndex, open);
      SENTENCE.lastIndex = match.index + sentence.length;
    }
    const end = match.index + sentence.trimEnd().length;
    const start = match.index + sentence.length - sentence.trimStart().length;
    if (start < end) spans.push({ start: offsets.toCodePoint(start), end: offsets.toCodePoint(end) });
  }
  return spans;
}

/** Opens or closes the straight quotes of a piece of a paragraph. */
function toggleQuotes(open: Set<string>, piece: string): void {
  for (const [quote] of piece.matchAll(STRAIGHT_QUOTE)) if (!open.delete(quote)) open.add(quote);
}

/** The straight quotes right at a place that close what is open, with the closing marks behind them. */
function closingQuotes(text: string, at: number, open: Set<string>): string {
  let end = at;
  while (open.delete(text[end] ?? '')) {
    CLOSING_AFTER.lastIndex = end;
    end += CLOSING_AFTER.exec(text)?.[0].length ?? 1;
  }
  return text.slice(at, end);
}
