import { fitText } from './fit-text.js';
import { label } from './label.js';
import { COLOUR, SIZE } from './style.js';
import { LINE, widestOf } from './text-width.js';

/** A mark of a legend and what it means; the mark is drawn from its left end, around its middle. */
export interface LegendEntry {
  readonly text: string;
  readonly width: number;
  readonly mark: (x: number, y: number) => string;
}

const SIZE_OF_TEXT = SIZE.small;
const GAP = 10;
const BETWEEN = 28;

/** Marks with their meanings one after the other, in as many rows as they need, from `top` downwards. */
export function drawLegend(
  entries: readonly LegendEntry[],
  top: number,
  width: number,
): { readonly drawn: readonly string[]; readonly height: number } {
  let [x, y, tall] = [0, top, 0];
  const drawn = entries.map(({ text, width: wide, mark }) => {
    const { lines } = fitText(text, { size: SIZE_OF_TEXT, width: width - wide - GAP, lines: 3 });
    const needed = wide + GAP + widestOf(lines, SIZE_OF_TEXT);
    if (x > 0 && x + needed > width) [x, y, tall] = [0, y + tall, 0];
    const height = (lines.length * LINE + 0.4) * SIZE_OF_TEXT;
    const one =
      mark(x, y + height / 2) +
      label(x + wide + GAP, y + height / 2, lines, { size: SIZE_OF_TEXT, fill: COLOUR.soft });
    [x, tall] = [x + needed + BETWEEN, Math.max(tall, height)];
    return one;
  });
  return { drawn, height: y + tall - top };
}
