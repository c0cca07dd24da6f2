import { COLOUR, SIZE } from './style.js';
import { type Drawing, element } from './svg.js';
import { LINE, label, textWidth, wrapText } from './text.js';

/** A cell: how dark it is, from 0 to 1, and what is written in it. */
export interface HeatCell {
  readonly shade: number;
  readonly text: string;
}

export interface HeatMap {
  readonly rows: readonly string[];
  /** Heads, which may have a second line. */
  readonly columns: readonly string[];
  /** By row, then column; undefined where there is nothing to say. */
  readonly cells: readonly (readonly (HeatCell | undefined)[])[];
  /** What the steps from light to dark mean, one for each of `SHADES`. */
  readonly steps: readonly string[];
  readonly legend: string;
}

/** From light to dark in even steps of lightness, so that a copy in grey says the same. */
const SHADES = ['#f2f2f2', '#cfe0ee', '#9dc1de', '#629bc6', '#2f6690', '#123a5a'] as const;

/** The most rows and columns that can be read on a page. */
export const MOST_ROWS = 66;
export const MOST_COLUMNS = 40;

const TALLEST = 2150;
const GAP = 10;

/** A table as shades, every cell with its number. */
export function drawHeatMap(map: HeatMap, width: number): Drawing {
  const pitchWanted = Math.min(76, TALLEST / map.rows.length);
  const size = Math.min(SIZE.text, pitchWanted * 0.72);
  const lines = map.rows.map((row) =>
    wrapText(row, size, width * 0.34, pitchWanted > size * 2 * LINE ? 2 : 1),
  );
  const labels = Math.max(...lines.flat().map((line) => textWidth(line, size)));
  const cell = Math.min((width - labels - GAP) / map.columns.length, 260);
  const left = labels + GAP;
  const heads = columnHeads(map.columns, cell, size);
  const pitch = Math.min(pitchWanted, Math.max(cell, size * 1.6));
  const top = heads.height + GAP;
  const number = Math.min(SIZE.small, pitch * 0.62, (cell / widest(map)) * 0.86);
  const body = [
    ...map.columns.map((_, at) => heads.draw(left + (at + 0.5) * cell, top - GAP / 2, at)),
    ...map.rows.map((_, at) => {
      const middle = top + (at + 0.5) * pitch;
      return [
        label(left - GAP, middle, lines[at] ?? [], { size, anchor: 'end' }),
        ...map.columns.map((__, column) =>
          drawCell(map.cells[at]?.[column], {
            x: left + column * cell,
            y: top + at * pitch,
            cell,
            pitch,
            number,
          }),
        ),
      ].join('');
    }),
  ];
  const under = top + map.rows.length * pitch + 2 * GAP;
  const { drawn, height } = drawLegend(map, left, under, width);
  return { width, height: under + height, body: [...body, ...drawn] };
}

function drawCell(
  one: HeatCell | undefined,
  at: Readonly<Record<'x' | 'y' | 'cell' | 'pitch' | 'number', number>>,
): string {
  const step = one ? stepOf(one.shade) : 0;
  const fill = one ? SHADES[step] : '#ffffff';
  const { x, y, cell, pitch } = at;
  const square = element('rect', {
    x,
    y,
    width: cell,
    height: pitch,
    fill,
    stroke: '#ffffff',
    'stroke-width': 2,
  });
  // Smaller than this nobody reads it in print.
  if (!one?.text || at.number < 14) return square;
  return (
    square +
    label(x + cell / 2, y + pitch / 2, one.text, {
      size: at.number,
      anchor: 'middle',
      fill: step > 2 ? '#ffffff' : COLOUR.ink,
    })
  );
}

/** Nothing is the lightest shade; everything else one of the others. */
function stepOf(shade: number): number {
  return shade <= 0 ? 0 : Math.min(SHADES.length - 1, Math.ceil(shade * (SHADES.length - 1)));
}

const widest = ({ cells }: HeatMap) =>
  Math.max(...cells.flat().map((one) => textWidth(one?.text ?? '', 1)), 1);

/** Heads over narrow columns: level where they fit, else turned. */
function columnHeads(columns: readonly string[], cell: number, size: number) {
  const longest = columns.map((column) =>
    column.split('\n').flatMap((part) => wrapText(part, size, cell - 4, 2)),
  );
  if (longest.every((lines) => lines.every((line) => textWidth(line, size) <= cell && !line.endsWith('…')))) {
    const most = Math.max(...longest.map((lines) => lines.length));
    const height = most * size * LINE;
    const draw = (x: number, bottom: number, at: number) =>
      label(x, bottom - height / 2, longest[at] ?? [], { size, anchor: 'middle' });
    if (cell > 3 * size) return { height, draw };
  }
  const cut = columns.map((column) => wrapText(column.replace('\n', ' '), size, 420, 1)[0] ?? '');
  const height = Math.max(...cut.map((column) => textWidth(column, size)));
  const draw = (x: number, bottom: number, at: number) =>
    label(x, bottom, cut[at] ?? '', { size, rotate: -90 });
  return { height, draw };
}

function drawLegend({ steps, legend }: HeatMap, left: number, top: number, width: number) {
  const size = SIZE.small;
  const swatch = size * 1.2;
  const drawn: string[] = [];
  const about = wrapText(legend, size, width - 2, 3);
  drawn.push(label(0, top + (about.length * size * LINE) / 2, about, { size, fill: COLOUR.soft }));
  let x = 0;
  let y = top + about.length * size * LINE + size;
  steps.forEach((step, at) => {
    const needed = swatch + 8 + textWidth(step, size) + 24;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += size * 1.7;
    }
    drawn.push(
      element('rect', {
        x,
        y: y - swatch / 2,
        width: swatch,
        height: swatch,
        fill: SHADES[at],
        stroke: COLOUR.line,
        'stroke-width': 1,
      }),
      label(x + swatch + 8, y, step, { size, fill: COLOUR.soft }),
    );
    x += needed;
  });
  return { drawn, height: y - top + size, left };
}
