import type { NormalizedText } from '../../model/normalized-text.js';
import { offsetMap } from '../../text/code-points.js';
import { type Edit, editMatches } from '../../text/edits.js';
import { rawSpan } from '../../text/origins.js';

const HYPHEN = /[⁃\u2010-](?<=[A-Za-z].)(?=[a-z])/g;
const WORD_BEFORE = /[A-Za-z]+$/;
const WORD_AFTER = /^[a-z]+/;
const LONGEST_WORD = 40;

/**
 * Hyphens that only a line end put into an English word vanish. That a line ended there is told by the gap
 * in the origins; a plain hyphen stays when the text writes the same compound with it elsewhere.
 */
export function joinHyphens(text: string, normalized: NormalizedText): Edit[] {
  const offsets = offsetMap(text);
  const endedLine = (at: number) => {
    const place = offsets.toCodePoint(at);
    const hyphen = rawSpan(normalized, { start: place, end: place + 1 });
    return rawSpan(normalized, { start: place + 1, end: place + 2 }).start > hyphen.end;
  };
  const compounds = new Set<string>();
  for (const { index } of text.matchAll(HYPHEN)) {
    if (!endedLine(index)) compounds.add(compoundAt(text, index));
  }
  return editMatches(text, HYPHEN, ({ index, 0: hyphen }) => {
    const isOwn = hyphen === '-' && compounds.has(compoundAt(text, index));
    return !endedLine(index) || isOwn ? hyphen : '';
  });
}

/** The word around a hyphen; longer ones than any word are cut off. */
function compoundAt(text: string, hyphen: number): string {
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, hyphen - LONGEST_WORD), hyphen))?.[0] ?? '';
  const after = WORD_AFTER.exec(text.slice(hyphen + 1, hyphen + LONGEST_WORD))?.[0] ?? '';
  return `${before}-${after}`.toLowerCase();
}
