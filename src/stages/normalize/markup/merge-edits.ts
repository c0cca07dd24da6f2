import { offsetMap } from '../../../text/code-points.js';
import type { Edit } from '../../../text/edits.js';

/** Puts edits in the order of the text; of two that overlap the one that begins first is made. */
export function mergeEdits(edits: readonly Edit[]): Edit[] {
  let end = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .filter((edit) => {
      const isFree = edit.start >= end;
      if (isFree) end = edit.end;
      return isFree;
    });
}

/** The same edits with offsets in code points, from edits that count UTF-16 units. */
export function toCodePoints(text: string, edits: readonly Edit[]): Edit[] {
  const offsets = offsetMap(text);
  return edits.map(({ start, end, replacement }) => ({
    start: offsets.toCodePoint(start),
    end: offsets.toCodePoint(end),
    replacement,
  }));
}
