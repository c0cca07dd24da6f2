import type { Span } from '../model/span.js';
import { offsetMap } from './code-points.js';
import { CLOSING, SENTENCE_END } from './han.js';

const END = `(?:[${SENTENCE_END}]+[${CLOSING}]*)`;
const SENTENCE = new RegExp(`[^${SENTENCE_END}\\n\\t]+${END}*|${END}+`, 'g');

/**
 * The sentences of a clean text (one paragraph a line) in order, without the blanks around them: each ends
 * after 。！？；…… and the closing quotes and brackets that follow, at the line end, or where a cell of a table ends (a tab).
 */
export function splitSentences(text: string): Span[] {
  const offsets = offsetMap(text);
  const spans: Span[] = [];
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const end = index + sentence.trimEnd().length;
    const start = index + sentence.length - sentence.trimStart().length;
    if (start < end) spans.push({ start: offsets.toCodePoint(start), end: offsets.toCodePoint(end) });
  }
  return spans;
}
