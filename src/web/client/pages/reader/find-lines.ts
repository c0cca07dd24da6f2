import type { Span } from '../../../../model/span.js';
import { partitionPoint } from '../../../../text/partition-point.js';
import type { ReadLine } from '../../../../workflow/read-case-text.js';
import { rawOfStretch } from './places.js';

/** The lines that a raw span reaches into, in the order of their places. */
export type FindLines = (span: Span) => number[];

/** Makes a function that finds lines of a text; a note that was set apart lies elsewhere than where it is read. */
export function lineFinder(lines: readonly Pick<ReadLine, 'origins'>[]): FindLines {
  const reaches = lines
    .flatMap((line, index) => {
      const span = rawOfStretch(line, [0, Number.POSITIVE_INFINITY]);
      return span ? [{ ...span, index }] : [];
    })
    .sort((one, other) => one.start - other.start);
  let furthest = 0;
  const reach = reaches.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return ({ start, end }) => {
    const found: number[] = [];
    let at = partitionPoint(reaches.length, (one) => (reaches[one]?.start ?? 0) < end) - 1;
    for (; at >= 0 && (reach[at] ?? 0) > start; at -= 1) {
      const one = reaches[at];
      if (one && one.end > start) found.push(one.index);
    }
    return found.sort((one, other) => one - other);
  };
}
