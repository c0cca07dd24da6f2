import { expect } from 'vitest';
import type { NormalizedText } from '../../../src/model/normalized-text.js';
import { rawSpan } from '../../../src/text/origins.js';

/**
 * Every code point has a span of the raw text as its origin. In the body, and again in the notes behind it, each origin
 * is that of the code point before or lies wholly behind it; no raw code point is an origin in both. What matches
 * `isUnchanged` stands there in the raw text. Returns whether there are notes.
 */
export function expectOrigins(
  raw: string,
  normalized: NormalizedText,
  isUnchanged: (letter: string, origin: string) => boolean,
): boolean {
  const rawLetters = [...raw];
  const letters = [...normalized.text];
  expect(normalized.origins.reduce((sum, { length }) => sum + length, 0)).toBe(letters.length);
  const spans = letters.map((_, at) => rawSpan(normalized, { start: at, end: at + 1 }));
  const turns: number[] = [];
  const faults: number[] = [];
  let before = { start: 0, end: 0 };
  for (const [at, span] of spans.entries()) {
    const isSame = span.start === before.start && span.end === before.end;
    if (span.start < before.start) turns.push(at);
    else if (!isSame && span.start < before.end) faults.push(at);
    if (span.end <= span.start || span.end > rawLetters.length) faults.push(at);
    const origin = rawLetters.slice(span.start, span.end).join('');
    const letter = letters[at] as string;
    if (isUnchanged(letter, origin)) expect(origin).toBe(letter);
    before = span;
  }
  expect(faults).toEqual([]);
  expect(turns.length).toBeLessThanOrEqual(1);
  const [notesFrom = letters.length] = turns;
  const ofBody = new Set<number>();
  for (const { start, end } of spans.slice(0, notesFrom))
    for (let at = start; at < end; at += 1) ofBody.add(at);
  for (const { start } of spans.slice(notesFrom)) expect(ofBody.has(start)).toBe(false);
  if (notesFrom < letters.length) expect(letters[notesFrom]).toBe('\n');
  return notesFrom < letters.length;
}
