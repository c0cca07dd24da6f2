import { UserError } from '../../errors.js';
import { chooseSize, fitText } from './fit-text.js';
import { type HeatHead, NARROWEST_COLUMN, setHeads, tallestHeads } from './heat-heads.js';
import { label } from './label.js';
import { drawLegend } from './legend.js';
import { COLOUR, SHADES, SIZE, SIZES, TALLEST } from './style.js';
import { type Drawing, element, PER_MM } from './svg.js';
import { LINE, textWidth, widestOf } from './text-width.js';

/** A cell: how dark it is, from 0 to 1, and what is written in it. */
export interface HeatCell {
  readonly shade: number;
  readonly text: string;
}

export interface HeatMap {
  readonly rows: readonly string[];
  readonly columns: readonly HeatHead[];
  /** By row, then column; undefined where there is nothing to say. */
  readonly cells: readonly (readonly (HeatCell | undefined)[])[];
  /** What the steps from light to dark mean, one for each of `SHADES`. */
  readonly steps: readonly string[];
  readonly legend: string;
}

/** The most rows that can be read on a page. */
export const MOST_ROWS = 66;

const GAP = 10;
const WIDEST_CELL = 260;
const TALLEST_CELL = 76;
/** Smaller than 5 points nobody reads a number in print. */
const SMALLEST_NUMBER = 17.5;

/**
 * A table as shades; `hasNumbers` where every cell has room for its number, too.
 * @throws UserError figure/too-many-columns
 */
export function drawHeatMap(map: HeatMap, width: number): { drawing: Drawing; hasNumbers: boolean } {
  const about = fitText(map.legend, { size: SIZE.small, width, lines: 4 }).lines;
  const legend = drawLegend(stepsOf(map), 0, width);
  const under = about.length * SIZE.small * LINE + legend.height + 3 * GAP;
  const room = (TALLEST - under - tallestHeads(map.columns) - 2 * GAP) / map.rows.length;
  const labels = setRows(map.rows, width * 0.34, room);
  const left = widestOf(labels.lines.flat(), labels.size) + GAP;
  const cell = Math.min((width - left) / map.columns.length, WIDEST_CELL);
  if (cell < NARROWEST_COLUMN) {
    const most = Math.floor((width - left) / NARROWEST_COLUMN);
    throw new UserError('figure/too-many-columns', {
      columns: map.columns.length,
      most,
      width: width / PER_MM,
    });
  }
  const heads = setHeads(map.columns, cell);
  const pitch = Math.max(labels.pitch, Math.min(cell, TALLEST_CELL, labels.room));
  const top = heads.height + GAP;
  const number = Math.min(SIZE.small, pitch * 0.75, (cell / widest(map)) * 0.9);
  const hasNumbers = number >= SMALLEST_NUMBER;
  const size = hasNumbers ? number : 0;
  const rows = map.rows.map((_, at) => {
    const y = top + at * pitch;
    const cells = map.columns.map((__, column) =>
      drawCell(map.cells[at]?.[column], { x: left + column * cell, y, cell, pitch, size }),
    );
    const lines = labels.lines[at] ?? [];
    return label(left - GAP, y + pitch / 2, lines, { size: labels.size, anchor: 'end' }) + cells.join('');
  });
  const bottom = top + map.rows.length * pitch + GAP;
  const middle = bottom + (about.length * SIZE.small * LINE) / 2;
  const body = [
    ...map.columns.map((_, at) => heads.draw(left + (at + 0.5) * cell, top - GAP / 2, at)),
    ...rows,
    label(0, middle, about, { size: SIZE.small, fill: COLOUR.soft }),
    ...drawLegend(stepsOf(map), bottom + about.length * SIZE.small * LINE + GAP, width).drawn,
  ];
  return { drawing: { width, height: bottom + under - GAP, body }, hasNumbers };
}

/** Labels of rows in two lines where the rows leave room for them, else in one. */
function setRows(rows: readonly string[], width: number, tallest: number) {
  const room = Math.min(tallest, TALLEST_CELL);
  const set = chooseSize(
    SIZES.filter((size) => size * 1.1 <= room),
    (size) => rows.map((text) => fitText(text, { size, width, lines: room < 2 * size * LINE ? 1 : 2 })),
  );
  const most = Math.max(...set.lines.map(({ length }) => length));
  return { ...set, room, pitch: Math.min(room, set.size * (most === 1 ? 1.6 : most * LINE + 0.2)) };
}

function drawCell(
  one: HeatCell | undefined,
  { x, y, cell, pitch, size }: Readonly<Record<'x' | 'y' | 'cell' | 'pitch' | 'size', number>>,
): string {
  const { fill, ink } = SHADES[one ? stepOf(one.shade) : 0] ?? SHADES[0];
  const square = { x, y, width: cell, height: pitch, fill: one ? fill : '#ffffff' };
  return (
    element('rect', { ...square, stroke: '#ffffff', 'stroke-width': 2 }) +
    (one && size > 0
      ? label(x + cell / 2, y + pitch / 2, one.text, { size, anchor: 'middle', fill: ink })
      : '')
  );
}

/** Nothing is the lightest shade; everything else one of the others. */
function stepOf(shade: number): number {
  return shade <= 0 ? 0 : Math.min(SHADES.length - 1, Math.ceil(shade * (SHADES.length - 1)));
}

const widest = ({ cells }: HeatMap) =>
  Math.max(...cells.flat().map((one) => textWidth(one?.text ?? '', 1)), 1);

function stepsOf({ steps }: HeatMap) {
  const side = SIZE.small * 1.2;
  return steps.map((text, at) => ({
    text,
    width: side,
    mark: (x: number, y: number) => {
      const square = { x, y: y - side / 2, width: side, height: side, fill: SHADES[at]?.fill };
      return element('rect', { ...square, stroke: COLOUR.line, 'stroke-width': 1 });
    },
  }));
}
