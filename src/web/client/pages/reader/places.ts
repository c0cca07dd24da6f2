import type { Span } from '../../../../model/span.js';
import type { Origin, ReadLine, Stretch } from '../../../../workflow/read-case-text.js';

/** What places in a line need: where its code points come from. */
type TracedLine = Pick<ReadLine, 'origins'>;

/** The smallest span of the raw text with the origins of a stretch of a line; null where it has none. */
export function rawOfStretch({ origins }: TracedLine, [start, end]: Stretch): Span | null {
  let hull: Span | null = null;
  for (const [at, length, origin, width] of origins) {
    const from = Math.max(start, at);
    const to = Math.min(end, at + length);
    if (from >= to) continue;
    const first = width === 0 ? origin + from - at : origin;
    const last = width === 0 ? origin + to - at : origin + width;
    hull = hull
      ? { start: Math.min(hull.start, first), end: Math.max(hull.end, last) }
      : { start: first, end: last };
  }
  return hull;
}

/** A place in a line as it is read: which line, and how many code points stand before it there. */
export interface LinePlace {
  readonly line: number;
  readonly at: number;
}

/** The raw span of what is read from one place to another, in whichever order they are given; null for nothing. */
export function rawBetween(lines: readonly TracedLine[], one: LinePlace, other: LinePlace): Span | null {
  const isInOrder = one.line < other.line || (one.line === other.line && one.at <= other.at);
  const [first, last] = isInOrder ? [one, other] : [other, one];
  let hull: Span | null = null;
  for (let line = first.line; line <= last.line; line += 1) {
    const traced = lines[line];
    if (traced === undefined) continue;
    const start = line === first.line ? first.at : 0;
    const end = line === last.line ? last.at : Number.POSITIVE_INFINITY;
    const span = rawOfStretch(traced, [start, end]);
    if (span === null) continue;
    hull = hull ? { start: Math.min(hull.start, span.start), end: Math.max(hull.end, span.end) } : span;
  }
  return hull;
}

/** The stretch of a line that comes from a raw span, in part at least; null where none does. */
export function stretchOfRaw({ origins }: TracedLine, { start, end }: Span): Stretch | null {
  let found: [number, number] | null = null;
  for (const origin of origins) {
    const part = stretchOfOrigin(origin, start, end);
    if (part === null) continue;
    found = found ? [Math.min(found[0], part[0]), Math.max(found[1], part[1])] : [part[0], part[1]];
  }
  return found;
}

function stretchOfOrigin([at, length, origin, width]: Origin, start: number, end: number): Stretch | null {
  const originEnd = origin + (width === 0 ? length : width);
  if (originEnd <= start || end <= origin) return null;
  if (width !== 0) return [at, at + length];
  return [at + Math.max(start, origin) - origin, at + Math.min(end, originEnd) - origin];
}
