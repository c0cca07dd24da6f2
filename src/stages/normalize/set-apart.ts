import type { NormalizedText } from '../../model/normalized-text.js';
import { codePointLength } from '../../text/code-points.js';
import { applyEdits, type Edit } from '../../text/edits.js';
import { moveOrigins, rawSpan } from '../../text/origins.js';
import { addCounts, joinSections } from './sections.js';

/** An edit that takes a block, up to `blockEnd`, out of a sentence it tore; its replacement stands for what lies behind the block. */
export interface SetApart extends Edit {
  readonly block: NormalizedText;
  readonly blockEnd: number;
}

/** What an edit leaves in the text, be it there or set apart. */
export function remainsOf(edit: Edit | SetApart): string {
  return 'block' in edit ? `\n${edit.block.text}${edit.replacement}` : edit.replacement;
}

/**
 * The edits without those that would set apart a block out of which another one (`notes`, in the order of the raw
 * text) was taken before: what is set apart goes on without a gap, so that it can follow what stood ahead of it.
 */
export function wholeBlocks(
  edits: readonly (Edit | SetApart)[],
  notes: readonly NormalizedText[],
): (Edit | SetApart)[] {
  let at = 0;
  return edits.filter((edit) => {
    if (!('block' in edit)) return true;
    const { origins } = edit.block;
    const before = (index: number, place: number) => startOf(notes[index]) < place;
    while (before(at, startOf(edit.block))) at += 1;
    return !before(at, origins.at(-1)?.origin ?? 0);
  });
}

/** Makes the edits of a step; the blocks come out beside a text whose counts tell that they are not lost. */
export function takeBlocks(
  before: NormalizedText,
  edits: readonly (Edit | SetApart)[],
  step: string,
): { readonly body: NormalizedText; readonly blocks: readonly NormalizedText[] } {
  const blocks = edits.flatMap((edit) => ('block' in edit ? [edit.block] : []));
  const plain = edits.flatMap((edit) => {
    if (!('block' in edit)) return [edit];
    const { start, blockEnd, end, replacement } = edit;
    return [
      { start, end: blockEnd, replacement: '' },
      { start: blockEnd, end, replacement },
    ];
  });
  const body = applyEdits(before, plain, step);
  const kept = blocks.reduce((sum, { text }) => sum + codePointLength(text) + 1, 0);
  const correction = { step, edits: edits.length - plain.length, removed: -kept };
  return { body: { ...body, steps: addCounts([body.steps, [correction]]) }, blocks };
}

/** Notes of several stretches of a text or steps in the order of the raw text. */
export function inRawOrder(notes: readonly NormalizedText[]): NormalizedText[] {
  return [...notes].sort((a, b) => startOf(a) - startOf(b));
}

/**
 * A text with the notes behind it, each as lines of its own; the line end before one stems from its first character.
 * `start` is where the notes begin in the whole (code points).
 */
export function appendNotes(
  body: NormalizedText,
  notes: readonly NormalizedText[],
  start: number,
): NormalizedText {
  let end = start;
  const parts = notes.map((note) => {
    const first = rawSpan(note, { start: 0, end: 1 });
    const lineEnd = { start: end, length: 1, origin: first.start, width: first.end - first.start };
    const origins = [lineEnd, ...moveOrigins(note.origins, end + 1, 0)];
    end += 1 + codePointLength(note.text);
    return { text: `\n${note.text}`, origins, steps: note.steps };
  });
  return joinSections([body, ...parts]);
}

function startOf(block: NormalizedText | undefined): number {
  return block?.origins[0]?.origin ?? Number.POSITIVE_INFINITY;
}
