import { chooseSize, fitText } from './fit-text.js';
import { label } from './label.js';
import { COLOUR, SIZE, SIZES } from './style.js';
import { type Drawing, element } from './svg.js';
import { LINE, textWidth, widestOf } from './text-width.js';

/** A code around the centre, with what it is to it, and how much evidence it has where that is asked for. */
export interface FrameworkNode {
  readonly label: string;
  readonly role: string | undefined;
  readonly count: string | undefined;
}

const PADDING = 16;
/** The widest ring, from the centre to the middle of a code. */
const WIDEST = 540;

/** So much of every line is seen between the centre and a code. */
const LEAST_LINE = 36;

/** A framework: its top codes on the corners of a regular polygon around the centre, all of one size. */
export function drawFramework(centre: string, nodes: readonly FrameworkNode[], width: number): Drawing {
  const sizes = width < 1200 ? SIZES : [SIZE.large, ...SIZES];
  const onLines = layOut(centre, nodes, width, { sizes, areRolesInside: false });
  if (onLines.room > 0) return onLines.drawing;
  // Where a line has no room for its word, the word stands in the box; smaller letters leave more of the lines.
  const inside = sizes.map((_, at) =>
    layOut(centre, nodes, width, { sizes: sizes.slice(at), areRolesInside: true }),
  );
  const [first = onLines, ...smaller] = inside;
  return (
    inside.find(({ shortest }) => shortest >= LEAST_LINE) ??
    smaller.reduce((best, one) => (one.shortest > best.shortest ? one : best), first)
  ).drawing;
}

interface FrameworkSetting {
  readonly sizes: readonly number[];
  readonly areRolesInside: boolean;
}

function layOut(
  centre: string,
  nodes: readonly FrameworkNode[],
  width: number,
  { sizes, areRolesInside }: FrameworkSetting,
) {
  const widest = Math.min(width / 3.4, 420) - 2 * PADDING;
  const { size, lines: labels } = chooseSize(sizes, (size) =>
    nodes.map((node) => fitText(node.label, { size, width: widest, lines: 3 })),
  );
  const boxes = nodes.map(({ role, count }, at) => ({
    lines: labels[at] ?? [],
    notes: [
      ...(areRolesInside && role ? fitText(role, { size: SIZE.small, width: widest, lines: 2 }).lines : []),
      ...(count ? [count] : []),
    ],
    role: areRolesInside ? undefined : role,
  }));
  const box = {
    size,
    width:
      Math.max(
        ...boxes.flatMap(({ lines, notes }) => [
          ...lines.map((one) => textWidth(one, size)),
          ...notes.map((one) => textWidth(one, SIZE.small)),
        ]),
      ) +
      3 * PADDING,
    height: Math.max(...boxes.map(heightOf(size))) + 1.6 * PADDING,
  };
  const corners = nodes.map((_, at) => cornerOf(at, nodes.length));
  const reach = Math.max(...corners.map(({ x }) => Math.abs(x)), 0.01);
  const radius = Math.min(WIDEST, (width - box.width - 4) / 2 / reach);
  const { size: coreSize, lines } = chooseSize(
    [size, ...SIZES.filter((smaller) => smaller < size)],
    (size) => [fitText(centre, { size, width: radius * 0.66, lines: 5 })],
  );
  const core = lines[0] ?? [];
  const hub = Math.max(
    radius * 0.3,
    PADDING + Math.hypot((widestOf(core, coreSize) * 1.05) / 2, (core.length * coreSize * LINE) / 2),
  );
  const top = Math.max(...corners.map(({ y }) => -y), 0) * radius + box.height / 2 + 4;
  const bottom = Math.max(Math.max(...corners.map(({ y }) => y)) * radius + box.height / 2, hub) + 4;
  const middle = { x: width / 2, y: top };
  const at = corners.map(({ x, y }) => ({ x: middle.x + x * radius, y: middle.y + y * radius }));
  const gaps = corners.map(({ x, y }) => {
    const inBox = Math.min(
      box.width / 2 / Math.max(Math.abs(x), 0.01),
      box.height / 2 / Math.max(Math.abs(y), 0.01),
    );
    return { from: hub, to: radius - inBox };
  });
  const shortest = Math.min(...gaps.map(({ from, to }) => to - from));
  const room = Math.min(
    ...gaps.map(
      ({ from, to }, index) => to - from - textWidth(boxes[index]?.role ?? '', SIZE.text) - SIZE.text,
    ),
  );
  const body = [
    ...(nodes.length > 2
      ? [
          element('polygon', {
            points: at.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' '),
            fill: 'none',
            stroke: COLOUR.ink,
            'stroke-width': 4,
          }),
        ]
      : []),
    ...at.map(({ x, y }) =>
      element('line', { x1: middle.x, y1: middle.y, x2: x, y2: y, stroke: COLOUR.line, 'stroke-width': 3 }),
    ),
    element('circle', {
      cx: middle.x,
      cy: middle.y,
      r: hub,
      fill: '#ffffff',
      stroke: COLOUR.ink,
      'stroke-width': 4,
    }),
    label(middle.x, middle.y, core, { size: coreSize, anchor: 'middle', weight: 'bold' }),
    ...boxes.map(({ lines, notes }, index) => drawBox(at[index] ?? middle, box, lines, notes)),
    ...boxes.flatMap(({ role }, index) => {
      const { from, to } = gaps[index] ?? { from: 0, to: 0 };
      const { x, y } = corners[index] ?? middle;
      const half = (from + to) / 2;
      return role
        ? [label(middle.x + x * half, middle.y + y * half, role, { anchor: 'middle', halo: true })]
        : [];
    }),
  ];
  return { room, shortest, drawing: { width, height: top + bottom, body } };
}

const heightOf =
  (size: number) =>
  ({ lines, notes }: { readonly lines: readonly string[]; readonly notes: readonly string[] }) =>
    (lines.length * size + notes.length * SIZE.small) * LINE;

/** A corner of the regular polygon of radius 1, clockwise from the top. */
function cornerOf(at: number, of: number) {
  const angle = (2 * Math.PI * at) / of - Math.PI / 2;
  return { x: Math.cos(angle), y: Math.sin(angle) };
}

function drawBox(
  { x, y }: { readonly x: number; readonly y: number },
  { width, height, size }: { readonly width: number; readonly height: number; readonly size: number },
  lines: readonly string[],
  notes: readonly string[],
): string {
  const top = y - heightOf(size)({ lines, notes }) / 2;
  const middle = top + (lines.length * size * LINE) / 2;
  const below = top + lines.length * size * LINE + (notes.length * SIZE.small * LINE) / 2;
  return [
    element('rect', {
      x: x - width / 2,
      y: y - height / 2,
      width,
      height,
      rx: 12,
      fill: '#ffffff',
      stroke: COLOUR.ink,
      'stroke-width': 3,
    }),
    label(x, middle, lines, { size, anchor: 'middle' }),
    notes.length > 0 ? label(x, below, notes, { size: SIZE.small, anchor: 'middle', fill: COLOUR.soft }) : '',
  ].join('');
}
