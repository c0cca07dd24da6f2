import type { OriginRun, TracedText } from '../../model/normalized-text.js';
import type { Span } from '../../model/span.js';
import { codePointLength } from '../../text/code-points.js';
import { type Edit, editText } from '../../text/edits.js';
import { changeOrigins, rawSpan } from '../../text/origins.js';
import { partitionPoint } from '../../text/partition-point.js';

/** Where places of a text are after edits: a span that cuts into what was replaced widens to the whole of it. */
export interface MovedPlaces {
  readonly span: (span: Span) => Span;
}

/** A text and its clean text after names were replaced, and where their places are now. */
export interface ReplacedText {
  readonly text: string;
  readonly clean: TracedText;
  readonly places: MovedPlaces;
  readonly cleanPlaces: MovedPlaces;
}

/**
 * Replaces names in a text: those that its clean text shows, whatever lies between their characters in the text itself (a line
 * end, a blank), and those in what cleaning left out.
 */
export function replaceInText(
  text: string,
  clean: TracedText,
  findEdits: (text: string) => readonly Edit[],
): ReplacedText {
  const cleanEdits = findEdits(clean.text);
  const shown = cleanEdits.map(({ start, end, replacement }) => ({
    ...rawSpan(clean, { start, end }),
    replacement,
  }));
  const edits = apart([...shown, ...findEdits(text)]);
  const places = movedPlaces(edits);
  const changes = cleanEdits.map(({ start, end, replacement }) => ({
    start,
    end,
    length: codePointLength(replacement),
  }));
  const origins = changeOrigins(clean.origins, changes, codePointLength(clean.text));
  return {
    text: editText(text, edits),
    clean: { text: editText(clean.text, cleanEdits), origins: moveOrigins(origins, edits, places) },
    places,
    cleanPlaces: movedPlaces(cleanEdits),
  };
}

/** Edits in order, without those that overlap one given before. */
function apart(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  const sorted = edits
    .map((edit, given) => ({ edit, given }))
    .sort((a, b) => a.edit.start - b.edit.start || a.given - b.given);
  for (const { edit } of sorted) {
    const last = kept.at(-1);
    if (!last || edit.start >= last.end) kept.push(edit);
    else if (edit.end > last.end) kept[kept.length - 1] = { ...last, end: edit.end };
  }
  return kept;
}

/** Where places are after edits, which are in order and apart. */
function movedPlaces(edits: readonly Edit[]): MovedPlaces {
  let moved = 0;
  const shifts = edits.map(({ start, end, replacement }) => {
    const length = codePointLength(replacement);
    const newStart = start + moved;
    moved += length - (end - start);
    return { start, end, newStart, newEnd: newStart + length };
  });
  /** The last edit that begins before a place. */
  const before = (place: number) =>
    shifts[partitionPoint(shifts.length, (at) => (shifts[at]?.start ?? 0) < place) - 1];
  const move = (place: number, edge: 'newStart' | 'newEnd'): number => {
    const edit = before(place);
    if (!edit) return place;
    return place < edit.end ? edit[edge] : edit.newEnd + place - edit.end;
  };
  return {
    span: ({ start, end }) => {
      const from = move(start, 'newStart');
      return { start: from, end: start === end ? from : move(end, 'newEnd') };
    },
  };
}

/** The origins of a clean text in the text after edits: what stands for a name stems from the whole of its pseudonym. */
function moveOrigins(
  origins: readonly OriginRun[],
  edits: readonly Edit[],
  places: MovedPlaces,
): OriginRun[] {
  return origins.flatMap((run): OriginRun[] => {
    if (run.width !== null)
      return [wholeOf(run.start, run.length, run.origin, run.origin + run.width, places)];
    const moved: OriginRun[] = [];
    const end = run.origin + run.length;
    let done = run.origin;
    const put = (until: number, isReplaced: boolean) => {
      if (until <= done) return;
      const piece = wholeOf(run.start + done - run.origin, until - done, done, until, places);
      moved.push(isReplaced ? piece : { ...piece, width: null });
      done = until;
    };
    const first = partitionPoint(edits.length, (at) => (edits[at]?.end ?? 0) <= done);
    for (let at = first; (edits[at]?.start ?? end) < end; at += 1) {
      const edit = edits[at] as Edit;
      put(edit.start, false);
      put(Math.min(edit.end, end), true);
    }
    put(end, false);
    return moved;
  });
}

/** A run of which every code point stems from a whole stretch of the text before edits. */
function wholeOf(start: number, length: number, from: number, to: number, { span }: MovedPlaces): OriginRun {
  const origin = span({ start: from, end: to });
  return { start, length, origin: origin.start, width: origin.end - origin.start };
}
