import type { NormalizedText } from '../../../model/normalized-text.js';
import { offsetMap } from '../../../text/code-points.js';
import { applyEdits, type Edit } from '../../../text/edits.js';
import { cutOrigins } from '../../../text/origins.js';
import type { SetApart } from '../set-apart.js';
import { readLatexDocument } from './latex-document.js';
import { toCodePoints } from './merge-edits.js';

/** Commands of LaTeX vanish, and what they enclose stays; footnotes are set apart. */
export function dropLatex(text: string, normalized: NormalizedText): (Edit | SetApart)[] {
  const latex = text.includes('\\') ? readLatexDocument(text) : null;
  if (latex === null) return [];
  const offsets = offsetMap(text);
  const edits = toCodePoints(text, inOrder(latex.edits));
  const taken: (Edit | SetApart)[] = [];
  let at = 0;
  let done = 0;
  for (const { start, end, text: said } of inOrder(latex.notes)) {
    // A note within a note goes with it.
    if (start < done) continue;
    done = end;
    const [noteStart, noteEnd] = [offsets.toCodePoint(start), offsets.toCodePoint(end)];
    const span = { start: offsets.toCodePoint(said.start), end: offsets.toCodePoint(said.end) };
    for (; (edits[at]?.start ?? noteStart) < noteStart; at += 1) taken.push(edits[at] as Edit);
    const own: Edit[] = [];
    for (; (edits[at]?.start ?? noteEnd) < noteEnd; at += 1) {
      const edit = edits[at] as Edit;
      const isWithin = edit.start >= span.start && edit.end <= span.end;
      if (isWithin) own.push({ ...edit, start: edit.start - span.start, end: edit.end - span.start });
    }
    const block = {
      text: text.slice(said.start, said.end),
      origins: cutOrigins(normalized.origins, span),
      steps: [],
    };
    taken.push({
      start: noteStart,
      end: noteEnd,
      replacement: '',
      blockEnd: span.end,
      block: { ...applyEdits(block, own, ''), steps: [] },
    });
  }
  return [...taken, ...edits.slice(at)];
}

function inOrder<T extends { readonly start: number }>(spans: readonly T[]): T[] {
  return [...spans].sort((a, b) => a.start - b.start);
}
