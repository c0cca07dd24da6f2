import { chooseSize, fitText } from './fit-text.js';
import { label } from './label.js';
import { drawLegend } from './legend.js';
import { COLOUR, SIZE, SIZES, TALLEST } from './style.js';
import { type Drawing, element } from './svg.js';
import { LINE, widestOf } from './text-width.js';

/** A value between its limits; null where it is not defined. */
export interface IntervalRow {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** In the column behind the plot. */
  readonly count: string;
  /** All rows together, or a row whose value says little. */
  readonly kind: 'sum' | 'sure' | 'unsure';
}

/** The words around the values. */
export interface IntervalText {
  readonly axis: string;
  readonly count: string;
  readonly undefined: string;
  /** What a full, an empty and a square mark, and the line through them, mean. */
  readonly legend: Readonly<Record<IntervalRow['kind'] | 'interval', string>>;
}

/** How many rows can be read on a page. */
export const MOST_INTERVALS = 50;

const GAP = 14;
const RADIUS = 9;
/** From here on there is room for the values as numbers. */
const WIDE = 1200;

/** Values with their intervals on one scale, row by row. */
export function drawIntervals(rows: readonly IntervalRow[], text: IntervalText, width: number): Drawing {
  const top = SIZE.small * 3.4;
  const { height: under } = drawLegend(entriesOf(rows, text), 0, width);
  const { size, lines, heights } = setLabels(rows, width * 0.36, TALLEST - top - GAP - under);
  const said = rows.map((row) => (width < WIDE ? '' : describe(row, text)));
  const counts = Math.max(widestOf([...rows.map(({ count }) => count), text.count], SIZE.small), 0);
  const left = widestOf(lines.flat(), size) + 2 * GAP;
  const saying = widestOf(said, SIZE.small);
  const right = width - counts - (saying > 0 ? saying + 2 * GAP : 0) - 2 * GAP;
  const scale = scaleOf(rows);
  const x = (value: number) => left + ((value - scale.low) / (1 - scale.low)) * (right - left);
  const bottom = top + sumOf(heights);
  const grid = scale.ticks.map((tick) => drawTick(x(tick), tick, top, bottom));
  const body = rows.map((row, at) => {
    const y = top + sumOf(heights.slice(0, at)) + (heights[at] ?? 0) / 2;
    const weight = row.kind === 'sum' ? ({ weight: 'bold' } as const) : {};
    return [
      label(left - 2 * GAP, y, lines[at] ?? [], { size, anchor: 'end', ...weight }),
      row.value === null
        ? label(x(0), y, width < WIDE ? text.undefined : '', { size: SIZE.small, fill: COLOUR.soft })
        : drawRow({ ...row, value: row.value }, x, y),
      said[at] ? label(right + 2 * GAP, y, said[at], { size: SIZE.small }) : '',
      label(width, y, row.count, { size: SIZE.small, anchor: 'end' }),
    ].join('');
  });
  const heads = [
    label((left + right) / 2, SIZE.small * 0.8, text.axis, { size: SIZE.small, anchor: 'middle' }),
    label(width, top - SIZE.small * 0.8, text.count, { size: SIZE.small, anchor: 'end', fill: COLOUR.soft }),
  ];
  const legend = drawLegend(entriesOf(rows, text), bottom + GAP, width);
  return { width, height: bottom + GAP + legend.height, body: [...heads, ...grid, ...body, ...legend.drawn] };
}

/** Labels in two lines where a page has room for them, else in one. */
function setLabels(rows: readonly IntervalRow[], width: number, room: number) {
  const setAt = (size: number, most: number) =>
    rows.map((row) => fitText(row.label, { size, width, lines: most }));
  const heightsOf = (lines: readonly (readonly string[])[], size: number) =>
    lines.map(({ length }) => size * (length * LINE + 0.35));
  const fits = (size: number, most: number) => {
    const lines = setAt(size, most).map((one) => one.lines);
    return sumOf(heightsOf(lines, size)) <= room;
  };
  const most = SIZES.some((size) => fits(size, 2)) ? 2 : 1;
  const sizes = SIZES.filter((size) => fits(size, most));
  const set = chooseSize(sizes.length > 0 ? sizes : [SIZE.least], (size) => setAt(size, most));
  return { ...set, heights: heightsOf(set.lines, set.size) };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/** A scale from 0, or from below the lowest limit, to 1. */
function scaleOf(rows: readonly IntervalRow[]) {
  const lowest = Math.min(0, ...rows.flatMap(({ low, value }) => [low ?? 0, value ?? 0]));
  const step = lowest < -0.4 ? 0.5 : 0.2;
  // A limit just below 0 is seen at 0, too.
  const below = Math.ceil((-lowest - 0.03) / step);
  const steps = Math.max(0, below) + Math.round(1 / step);
  const ticks = Array.from({ length: steps + 1 }, (_, at) => 1 - (steps - at) * step);
  return { low: (ticks[0] ?? 0) - (lowest < (ticks[0] ?? 0) ? 0.03 : 0), ticks };
}

function drawTick(x: number, tick: number, top: number, bottom: number): string {
  const isZero = Math.abs(tick) < 1e-9;
  const line = {
    x1: x,
    y1: top,
    x2: x,
    y2: bottom,
    stroke: isZero ? COLOUR.line : COLOUR.faint,
    'stroke-width': isZero ? 2.5 : 1.5,
  };
  const said = isZero ? '0' : tick.toFixed(1).replace('-', '−');
  return (
    element('line', line) +
    label(x, top - SIZE.small * 0.8, said, { size: SIZE.small, anchor: 'middle', fill: COLOUR.soft })
  );
}

function drawRow(
  { value, low, high, kind }: IntervalRow & { readonly value: number },
  x: (value: number) => number,
  y: number,
): string {
  const line =
    low === null || high === null
      ? ''
      : element('line', {
          x1: x(low),
          y1: y,
          x2: x(high),
          y2: y,
          stroke: COLOUR.main,
          'stroke-width': kind === 'sum' ? 6 : 4,
        });
  return line + drawMark(kind, x(value), y);
}

function drawMark(kind: IntervalRow['kind'], x: number, y: number): string {
  const stroke = { stroke: COLOUR.main, 'stroke-width': 4 };
  if (kind !== 'sum') {
    const fill = kind === 'sure' ? COLOUR.main : '#ffffff';
    return element('circle', { cx: x, cy: y, r: RADIUS, fill, ...stroke });
  }
  const half = RADIUS * 1.3;
  return element('rect', { x: x - half, y: y - half, width: 2 * half, height: 2 * half, fill: COLOUR.main });
}

function entriesOf(rows: readonly IntervalRow[], { legend }: IntervalText) {
  const kinds = (['sum', 'sure', 'unsure'] as const).filter((kind) => rows.some((row) => row.kind === kind));
  const marks = kinds.map((kind) => ({
    text: legend[kind],
    width: 2 * RADIUS + 6,
    mark: (x: number, y: number) => drawMark(kind, x + RADIUS + 3, y),
  }));
  const mark = (x: number, y: number) =>
    element('line', { x1: x, y1: y, x2: x + 40, y2: y, stroke: COLOUR.main, 'stroke-width': 4 });
  return [...marks, { text: legend.interval, width: 40, mark }];
}

function describe({ value, low, high }: IntervalRow, text: IntervalText): string {
  if (value === null) return text.undefined;
  const limits = low === null || high === null ? '' : ` [${decimal(low)}, ${decimal(high)}]`;
  return `${decimal(value)}${limits}`;
}

/** Two digits with a real minus sign; what rounds to 0 has none. */
const decimal = (value: number) => (Math.round(value * 100) / 100 + 0).toFixed(2).replace('-', '−');
