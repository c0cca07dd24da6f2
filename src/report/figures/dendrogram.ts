import { chooseSize, fitText } from './fit-text.js';
import { label } from './label.js';
import { COLOUR, SIZE, SIZES, TALLEST } from './style.js';
import { type Drawing, element } from './svg.js';
import { LINE, widestOf } from './text-width.js';

/** Two branches that join; `left` and `right` are places of leaves, or of earlier joints counted on from their number. */
export interface Joint {
  readonly left: number;
  readonly right: number;
  readonly distance: number;
}

const GAP = 10;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** Over the leaves are a scale and what it measures. */
const TOP = SIZE.small * 3.2;

/** How many leaves can be read on a page. */
export const MOST_LEAVES = Math.floor((TALLEST - TOP - GAP) / (SIZE.small * 1.15));

/** A tree of leaves, joined where their groups are so far apart; a scale from 0 to 1 on both ends. */
export function drawDendrogram(
  labels: readonly string[],
  joints: readonly Joint[],
  axis: string,
  width: number,
): Drawing {
  const { size, lines, pitch } = setLeaves(labels, width * 0.4);
  const left = widestOf(lines.flat(), size) + GAP;
  const top = TOP;
  const x = (distance: number) => left + distance * (width - left - 2 * GAP);
  const order = leavesInOrder(labels.length, joints);
  const ends = new Map<number, { readonly x: number; readonly y: number }>(
    order.map((leaf, at) => [leaf, { x: left, y: top + (at + 0.5) * pitch }]),
  );
  const bottom = top + labels.length * pitch;
  const grid = TICKS.map((tick) =>
    [
      element('line', {
        x1: x(tick),
        y1: top,
        x2: x(tick),
        y2: bottom,
        stroke: COLOUR.faint,
        'stroke-width': 1.5,
      }),
      label(x(tick), top - SIZE.small * 0.7, String(tick), {
        size: SIZE.small,
        anchor: 'middle',
        fill: COLOUR.soft,
      }),
    ].join(''),
  );
  const branches = joints.map(({ left: one, right: other, distance }, at) => {
    const [a, b] = [ends.get(one), ends.get(other)];
    if (!a || !b) return '';
    ends.set(labels.length + at, { x: x(distance), y: (a.y + b.y) / 2 });
    const points = [
      [a.x, a.y],
      [x(distance), a.y],
      [x(distance), b.y],
      [b.x, b.y],
    ];
    return element('polyline', {
      points: points.map((point) => point.map((one) => Math.round(one * 10) / 10).join(',')).join(' '),
      fill: 'none',
      stroke: COLOUR.ink,
      'stroke-width': 3,
    });
  });
  const names = order.map((leaf, at) =>
    label(left - GAP, top + (at + 0.5) * pitch, lines[leaf] ?? [], { size, anchor: 'end' }),
  );
  const title = label(x(0.5), SIZE.small * 0.7, axis, {
    size: SIZE.small,
    anchor: 'middle',
    fill: COLOUR.soft,
  });
  return { width, height: bottom + GAP, body: [title, ...grid, ...branches, ...names] };
}

/** Labels in two lines where the leaves leave room for them, else in one. */
function setLeaves(labels: readonly string[], width: number) {
  const room = (TALLEST - TOP - GAP) / labels.length;
  const set = chooseSize(
    SIZES.filter((size) => size * 1.1 <= room),
    (size) =>
      labels.map((text) => fitText(text, { size, width, lines: room < 2 * size * LINE + GAP ? 1 : 2 })),
  );
  const most = Math.max(...set.lines.map(({ length }) => length));
  return { ...set, pitch: Math.min(room, most * set.size * LINE + GAP) };
}

/** The leaves in the order of the tree, so that no branches cross. */
function leavesInOrder(leaves: number, joints: readonly Joint[]): number[] {
  const under = new Map<number, number[]>(Array.from({ length: leaves }, (_, at) => [at, [at]]));
  joints.forEach(({ left, right }, at) => {
    under.set(leaves + at, [...(under.get(left) ?? []), ...(under.get(right) ?? [])]);
  });
  return under.get(leaves + joints.length - 1) ?? [0];
}
