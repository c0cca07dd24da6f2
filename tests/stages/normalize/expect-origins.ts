import { expect } from 'vitest';
import type { NormalizedText } from '../../../src/model/normalized-text.js';
import { rawSpan } from '../../../src/text/origins.js';

/**
 * Every code point has a span of the raw text as its origin, in the order of the text; only where a footnote or
 * caption was set apart does the order hold line by line. What matches `unchanged` stands there in the raw text.
 */
export function expectOrigins(
  raw: string,
  normalized: NormalizedText,
  isUnchanged: (letter: string, origin: string) => boolean,
): void {
  const rawLetters = [...raw];
  const setApart = normalized.steps.some(
    ({ step, edits }) => (step === 'footnotes' || step === 'captions') && edits > 0,
  );
  let before = { start: 0, end: 0 };
  for (const [at, letter] of [...normalized.text].entries()) {
    if (setApart && letter === '\n') before = { start: 0, end: 0 };
    const span = rawSpan(normalized, { start: at, end: at + 1 });
    expect(span.start).toBeGreaterThanOrEqual(before.start);
    expect(span.end).toBeGreaterThanOrEqual(before.end);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(rawLetters.length);
    const origin = rawLetters.slice(span.start, span.end).join('');
    if (isUnchanged(letter, origin)) expect(origin).toBe(letter);
    before = setApart && letter === '\n' ? { start: 0, end: 0 } : span;
  }
}
