import type { NormalizedText, OriginRun } from '../model/normalized-text.js';
import type { Span } from '../model/span.js';
import { codePointLength } from './code-points.js';

/** A stretch `[start, end)` of a derived text that gives way to `length` code points standing for the whole. */
export interface Change extends Span {
  readonly length: number;
}

/** A text that is its own origin, before any cleaning. */
export function normalizeAsIs(text: string): NormalizedText {
  const length = codePointLength(text);
  return { text, origins: length === 0 ? [] : [{ start: 0, length, origin: 0, width: null }], steps: [] };
}

/** The smallest span of the raw text that holds the origins of a span of the derived text. */
export function rawSpan({ origins }: Pick<NormalizedText, 'origins'>, { start, end }: Span): Span {
  if (start >= end) {
    const place = start === 0 ? 0 : originAt(origins, start - 1).end;
    return { start: place, end: place };
  }
  const hull = originAt(origins, end - 1);
  // Only notes stand behind their place in the raw text: of a span that reaches into them all origins count.
  for (let index = runAt(origins, start); index < origins.length; index += 1) {
    const run = origins[index] as OriginRun;
    if (run.start >= end) break;
    const first = originIn(run, Math.max(start, run.start));
    const last = originIn(run, Math.min(end, endOf(run)) - 1);
    hull.start = Math.min(hull.start, first.start);
    hull.end = Math.max(hull.end, last.end);
  }
  return hull;
}

/** The origins of a stretch of a derived text, moved to where the stretch and its raw text stand in the whole. */
export function moveOrigins(
  origins: readonly OriginRun[],
  start: number,
  origin: number,
): readonly OriginRun[] {
  if (start === 0 && origin === 0) return origins;
  return origins.map((run) => ({ ...run, start: start + run.start, origin: origin + run.origin }));
}

/** The origins of the derived code points of a span, counted from its start. */
export function cutOrigins(origins: readonly OriginRun[], { start, end }: Span): OriginRun[] {
  const cut: OriginRun[] = [];
  for (let index = runAt(origins, start); index < origins.length; index += 1) {
    const run = origins[index] as OriginRun;
    if (run.start >= end) break;
    const from = Math.max(start, run.start);
    const length = Math.min(end, endOf(run)) - from;
    const origin = run.width === null ? run.origin + from - run.start : run.origin;
    if (length > 0) cut.push({ start: from - start, length, origin, width: run.width });
  }
  return cut;
}

/** The origins of a derived text of `total` code points after changes, given in order and apart. */
export function changeOrigins(
  origins: readonly OriginRun[],
  changes: readonly Change[],
  total: number,
): OriginRun[] {
  const changed: OriginRun[] = [];
  let index = 0;
  let done = 0;
  const keepUntil = (until: number) => {
    while (done < until) {
      const run = origins[index] as OriginRun;
      const runEnd = run.start + run.length;
      const length = Math.min(until, runEnd) - done;
      if (length > 0) {
        append(changed, length, run.width === null ? run.origin + done - run.start : run.origin, run.width);
        done += length;
      }
      if (done >= runEnd) index += 1;
    }
  };
  for (const change of changes) {
    keepUntil(change.start);
    while (index < origins.length && endOf(origins[index] as OriginRun) <= change.start) index += 1;
    if (change.length > 0) {
      const hull = rawSpan({ origins }, change);
      append(changed, change.length, hull.start, hull.end - hull.start);
    }
    done = change.end;
    while (index < origins.length && endOf(origins[index] as OriginRun) <= done) index += 1;
  }
  keepUntil(total);
  return changed;
}

/** Adds a run after the others, or lengthens the last one where it goes on in the same way. */
function append(runs: OriginRun[], length: number, origin: number, hullWidth: number | null): void {
  const width = hullWidth === 1 && length === 1 ? null : hullWidth;
  const last = runs.at(-1);
  if (last !== undefined && last.width === width) {
    const goesOn = width === null ? last.origin + last.length === origin : last.origin === origin;
    if (goesOn) {
      runs[runs.length - 1] = { ...last, length: last.length + length };
      return;
    }
  }
  runs.push({ start: last === undefined ? 0 : endOf(last), length, origin, width });
}

function originAt(origins: readonly OriginRun[], place: number): { start: number; end: number } {
  const run = origins[runAt(origins, place)];
  if (run === undefined || place < 0 || place >= endOf(run)) {
    throw new RangeError(`the derived text has no code point ${place}`);
  }
  return originIn(run, place);
}

function originIn(run: OriginRun, place: number): { start: number; end: number } {
  if (run.width !== null) return { start: run.origin, end: run.origin + run.width };
  const start = run.origin + place - run.start;
  return { start, end: start + 1 };
}

/** The last run that begins at a place or before it. */
function runAt(origins: readonly OriginRun[], place: number): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((origins[middle] as OriginRun).start <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function endOf(run: OriginRun): number {
  return run.start + run.length;
}
