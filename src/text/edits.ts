import type { NormalizedText } from '../model/normalized-text.js';
import { codePointLength, offsetMap } from './code-points.js';
import { changeOrigins } from './origins.js';

/**
 * Puts `replacement` in the place of the code points `[start, end)` of a text, at least one. A replacement
 * of the same length stands for them one by one, any other as a whole for the whole.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** The edits that replace each match of a global pattern; a match replaced by itself is no edit. */
export function editMatches(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string,
): Edit[] {
  const offsets = offsetMap(text);
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const replacement = replace(match);
    if (replacement === match[0]) continue;
    const end = offsets.toCodePoint(match.index + match[0].length);
    edits.push({ start: offsets.toCodePoint(match.index), end, replacement });
  }
  return edits;
}

/** Returns a text after edits, given in order and apart. */
export function editText(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const offsets = offsetMap(text);
  let edited = '';
  let done = 0;
  for (const { start, end, replacement } of edits) {
    edited += text.slice(offsets.toUtf16(done), offsets.toUtf16(start)) + replacement;
    done = end;
  }
  return edited + text.slice(offsets.toUtf16(done));
}

/** Makes the edits of one named step, given in order and apart, and counts them. */
export function applyEdits(normalized: NormalizedText, edits: readonly Edit[], step: string): NormalizedText {
  if (edits.length === 0) {
    return { ...normalized, steps: [...normalized.steps, { step, edits: 0, removed: 0 }] };
  }
  const offsets = offsetMap(normalized.text);
  const parts: string[] = [];
  const changes: { start: number; end: number; length: number }[] = [];
  let done = 0;
  let removed = 0;
  for (const { start, end, replacement } of edits) {
    parts.push(normalized.text.slice(offsets.toUtf16(done), offsets.toUtf16(start)), replacement);
    const length = codePointLength(replacement);
    if (length !== end - start) changes.push({ start, end, length });
    removed += end - start - length;
    done = end;
  }
  parts.push(normalized.text.slice(offsets.toUtf16(done)));
  return {
    text: parts.join(''),
    origins:
      changes.length === 0 ? normalized.origins : changeOrigins(normalized.origins, changes, offsets.length),
    steps: [...normalized.steps, { step, edits: edits.length, removed }],
  };
}
