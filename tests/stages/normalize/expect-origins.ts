import { expect } from 'vitest';
import type { NormalizedText } from '../../../src/model/normalized-text.js';
import { rawSpan } from '../../../src/text/origins.js';

/**
 * Every code point has a span of the raw text as its origin, and these rise from the first to the last; once, at the
 * line end where that begins which was set apart, they may begin anew. What matches `unchanged` stands there in the
 * raw text. Tells whether something was set apart.
 */
export function expectOrigins(
  raw: string,
  normalized: NormalizedText,
  isUnchanged: (letter: string, origin: string) => boolean,
): boolean {
  const rawLetters = [...raw];
  let hasNotes = false;
  let before = { start: 0, end: 0 };
  for (const [at, letter] of [...normalized.text].entries()) {
    const span = rawSpan(normalized, { start: at, end: at + 1 });
    if (span.start < before.start && letter === '\n' && !hasNotes) hasNotes = true;
    else {
      expect(span.start).toBeGreaterThanOrEqual(before.start);
      expect(span.end).toBeGreaterThanOrEqual(before.end);
    }
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(rawLetters.length);
    const origin = rawLetters.slice(span.start, span.end).join('');
    if (isUnchanged(letter, origin)) expect(origin).toBe(letter);
    before = span;
  }
  return hasNotes;
}
