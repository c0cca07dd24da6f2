import type { NormalizedText, OriginRun } from '../../model/normalized-text.js';
import { codePointLength, offsetMap } from '../../text/code-points.js';
import type { Edit } from '../../text/edits.js';
import { cutOrigins, rawSpan } from '../../text/origins.js';
import { addCounts } from './sections.js';

/** An edit that takes a block out of a sentence it tore; the block comes back as paragraphs behind that one. */
export interface SetApart extends Edit {
  readonly block: NormalizedText;
}

/** A block that waits to come back: `anchor` is where in the raw text the sentence stopped before it. */
export interface Aside {
  readonly anchor: number;
  readonly block: NormalizedText;
}

/** What an edit leaves in the text, be it there or set apart. */
export function remainsOf(edit: Edit | SetApart): string {
  return 'block' in edit ? `${edit.replacement}${edit.block.text}\n` : edit.replacement;
}

/** The blocks that the edits of a step take out, and a text whose counts tell that they are not lost. */
export function takeAsides(
  before: NormalizedText,
  edits: readonly (Edit | SetApart)[],
  after: NormalizedText,
): { asides: Aside[]; text: NormalizedText } {
  const asides = edits.flatMap((edit) =>
    'block' in edit
      ? [{ anchor: rawSpan(before, { start: edit.start - 1, end: edit.start }).start, block: edit.block }]
      : [],
  );
  const step = after.steps.at(-1)?.step;
  if (asides.length === 0 || step === undefined) return { asides, text: after };
  const kept = asides.reduce((sum, { block }) => sum + codePointLength(block.text) + 1, 0);
  return {
    asides,
    text: { ...after, steps: addCounts([after.steps, [{ step, edits: 0, removed: -kept }]]) },
  };
}

/** The text with each block as lines of its own behind the line that it had torn. */
export function putBack(body: NormalizedText, asides: readonly Aside[]): NormalizedText {
  if (asides.length === 0) return body;
  const offsets = offsetMap(body.text);
  const parts: string[] = [];
  const origins: OriginRun[] = [];
  let length = 0;
  let done = 0;
  const add = (text: string, runs: readonly OriginRun[]) => {
    parts.push(text);
    for (const run of runs) origins.push({ ...run, start: length + run.start });
    length += codePointLength(text);
  };
  const addBody = (end: number) => {
    add(
      body.text.slice(offsets.toUtf16(done), offsets.toUtf16(end)),
      cutOrigins(body.origins, { start: done, end }),
    );
    done = end;
  };
  for (const { anchor, block } of asides) {
    const lineEnd = body.text.indexOf('\n', offsets.toUtf16(placeOf(body.origins, anchor)));
    addBody(Math.max(done, lineEnd === -1 ? offsets.length : offsets.toCodePoint(lineEnd)));
    const first = rawSpan(block, { start: 0, end: 1 });
    add('\n', [{ start: 0, length: 1, origin: first.start, width: first.end - first.start }]);
    add(block.text, block.origins);
  }
  addBody(offsets.length);
  const steps = addCounts([body.steps, ...asides.map(({ block }) => block.steps)]);
  return { text: parts.join(''), origins, steps };
}

/** The last derived code point that stems from no later place of the raw text. */
function placeOf(origins: readonly OriginRun[], anchor: number): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((origins[middle] as OriginRun).origin <= anchor) low = middle;
    else high = middle - 1;
  }
  const run = origins[low];
  if (run === undefined) return 0;
  return run.width === null
    ? run.start + Math.max(0, Math.min(run.length - 1, anchor - run.origin))
    : run.start;
}
