import type { Stretch } from '../../../../workflow/read-case-text.js';

/** Something that covers a stretch of a line. */
export interface Layer<Mark> {
  readonly stretch: Stretch;
  readonly mark: Mark;
}

/** A part of a line that the same layers cover from its beginning to its end. */
export interface Segment<Mark> {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Cuts the text of a line wherever a layer begins or ends, so that each part is one span within the text. */
export function cutLine<Mark>(text: string, layers: readonly Layer<Mark>[]): Segment<Mark>[] {
  if (layers.length === 0) return [{ start: 0, text, marks: [] }];
  const letters = [...text];
  const cuts = [...new Set([0, letters.length, ...layers.flatMap(({ stretch }) => stretch)])]
    .filter((cut) => cut >= 0 && cut <= letters.length)
    .sort((one, other) => one - other);
  const segments: Segment<Mark>[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    const marks = layers.flatMap(({ stretch, mark }) =>
      stretch[0] <= start && end <= stretch[1] ? [mark] : [],
    );
    segments.push({ start, text: letters.slice(start, end).join(''), marks });
  }
  return segments;
}
