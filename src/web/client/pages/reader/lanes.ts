import type { Span } from '../../../../model/span.js';

/**
 * Gives each of some spans, which rise, a lane of the margin: the first, next to the text, that is free; spans that are nearer
 * to each other than `gap` do not share one.
 */
export function lanesOf(spans: readonly Span[], gap: number): number[] {
  const ends: number[] = [];
  return spans.map(({ start, end }) => {
    const free = ends.findIndex((last) => last + gap <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    return lane;
  });
}
