import { label } from './label.js';
import { drawLegend } from './legend.js';
import { COLOUR, SIZE } from './style.js';
import { type Drawing, element } from './svg.js';
import { textWidth } from './text-width.js';

/** One case of the curve, or several together where there are many. */
export interface SaturationBar {
  /** The number of the last of its cases, from 1. */
  readonly at: number;
  readonly fresh: number;
  readonly seen: number;
  /** The band of the other orders. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface SaturationText {
  readonly x: string;
  readonly y: string;
  /** What bars, curve and band are. */
  readonly legend: readonly [string, string, string];
}

/** Bars that can be told apart over the width of a page. */
export const MOST_BARS = 120;

const HEIGHT = 620;
const BAND = '#cfe0ee';

/** What was new in each case as bars, and all that was seen so far as a curve over them, on one scale. */
export function drawSaturation(
  bars: readonly SaturationBar[],
  marks: readonly { readonly at: number; readonly text: string }[],
  text: SaturationText,
  width: number,
): Drawing {
  const cases = bars.at(-1)?.at ?? 1;
  const most = niceTop(Math.max(...bars.map(({ seen, high }) => Math.max(seen, high ?? 0)), 1));
  const left = textWidth(String(most.top), SIZE.small) + 24;
  const hasBand = bars.some(({ low }) => low !== null);
  const legend = drawLegend(legendOf(text.legend, hasBand), 0, width);
  const top = legend.height + SIZE.small * 3;
  const bottom = top + Math.min(HEIGHT, width * 0.55);
  // Half of the last number of the scale may stand beyond the last case.
  const right = width - textWidth(String(cases), SIZE.small) / 2;
  const x = (at: number) => left + ((at - 0.5) / cases) * (right - left);
  const y = (value: number) => bottom - (value / most.top) * (bottom - top);
  const grid = Array.from({ length: Math.round(most.top / most.step) + 1 }, (_, at) => at * most.step).map(
    (tick) =>
      [
        element('line', {
          x1: left,
          y1: y(tick),
          x2: width,
          y2: y(tick),
          stroke: COLOUR.faint,
          'stroke-width': 1.5,
        }),
        label(left - 8, y(tick), String(tick), { size: SIZE.small, anchor: 'end', fill: COLOUR.soft }),
      ].join(''),
  );
  const banded = bars.filter(({ low, high }) => low !== null && high !== null);
  const band = [
    ...banded.map(({ at, high }) => [x(at), y(high ?? 0)]),
    ...banded.map(({ at, low }) => [x(at), y(low ?? 0)]).reverse(),
  ];
  const wide = ((right - left) / bars.length) * 0.7;
  const last = bars.map(({ at }, index) => (at + (bars[index - 1]?.at ?? 0) + 1) / 2);
  const columns = bars.map(({ fresh }, at) =>
    fresh === 0
      ? ''
      : element('rect', {
          x: x(last[at] ?? 1) - wide / 2,
          y: y(fresh),
          width: wide,
          height: bottom - y(fresh),
          fill: COLOUR.line,
        }),
  );
  const step = niceTop(cases).step;
  const ticks = Array.from({ length: Math.floor(cases / step) }, (_, at) => (at + 1) * step).map((tick) =>
    label(x(tick), bottom + SIZE.small * 0.9, String(tick), {
      size: SIZE.small,
      anchor: 'middle',
      fill: COLOUR.soft,
    }),
  );
  const flags = marks.map(({ at, text: said }, index) =>
    [
      element('line', {
        x1: x(at),
        y1: top,
        x2: x(at),
        y2: bottom,
        stroke: COLOUR.ink,
        'stroke-width': 2,
        'stroke-dasharray': '8 8',
      }),
      label(keepInside(x(at), said, width), top - SIZE.small * (index % 2 === 0 ? 0.8 : 2), said, {
        size: SIZE.small,
        anchor: 'middle',
        halo: true,
      }),
    ].join(''),
  );
  const body = [
    ...legend.drawn,
    ...grid,
    ...(band.length > 0 ? [element('polygon', { points: pointsOf(band), fill: BAND })] : []),
    ...columns,
    element('polyline', {
      points: pointsOf(bars.map(({ at, seen }) => [x(at), y(seen)])),
      fill: 'none',
      stroke: COLOUR.main,
      'stroke-width': 6,
    }),
    ...flags,
    element('line', { x1: left, y1: bottom, x2: width, y2: bottom, stroke: COLOUR.ink, 'stroke-width': 2 }),
    ...ticks,
    label((left + width) / 2, bottom + SIZE.small * 2.3, text.x, { size: SIZE.small, anchor: 'middle' }),
  ];
  return { width, height: bottom + SIZE.small * 3.2, body };
}

const pointsOf = (points: readonly (readonly number[])[]) =>
  points.map((point) => point.map((one) => Math.round(one * 10) / 10).join(',')).join(' ');

/** The middle of a text that is wholly in the picture, as near to a place as that allows. */
function keepInside(x: number, text: string, width: number): number {
  const half = textWidth(text, SIZE.small) / 2;
  return Math.min(Math.max(x, half), width - half);
}

/** A scale that ends above a value on a whole step of 1, 2 or 5. */
function niceTop(value: number): { readonly top: number; readonly step: number } {
  let step = 1;
  for (let at = 0; value / step > 8; at++) step = step * (at % 3 === 1 ? 2.5 : 2);
  return { step, top: Math.ceil(value / step) * step };
}

/** What bars, curve and band are; the band is not always there. */
function legendOf(texts: SaturationText['legend'], hasBand: boolean) {
  const swatch = (fill: string) => (x: number, y: number) =>
    element('rect', { x, y: y - 10, width: 44, height: 20, fill });
  const line = (x: number, y: number) =>
    element('line', { x1: x, y1: y, x2: x + 44, y2: y, stroke: COLOUR.main, 'stroke-width': 6 });
  const marks = [swatch(COLOUR.line), line, swatch(BAND)];
  return texts.slice(0, hasBand ? 3 : 2).map((text, at) => ({ text, width: 44, mark: marks[at] ?? line }));
}
