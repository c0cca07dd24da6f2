import { UserError } from '../../errors.js';
import { chooseSize, type FittedText, fitText } from './fit-text.js';
import { label } from './label.js';
import { type FlowNode, type PlacedNode, placeFlow } from './place-flow.js';
import { SIZE, SIZES } from './style.js';
import { type Drawing, element, PER_MM } from './svg.js';
import { LINE, widestOf } from './text-width.js';

const BAR = 22;
/** What a line takes of its size where nothing else is between lines. */
const TALL = 1.06;
const GAP = 10;
/** Labels of one column have at least so much room, 9 mm, or nobody can read them. */
const LEAST_ROOM = 90;

/** Where a column is, what is written beside its bars, and in which size. */
interface Column {
  readonly nodes: readonly PlacedNode[];
  readonly x: number;
  readonly size: number;
  readonly lines: readonly (readonly string[])[];
  readonly head: readonly string[];
}

/**
 * Ribbons from codes to those above them, as wide as what was given to the code.
 * @throws UserError figure/too-narrow
 */
export function drawFlow(nodes: readonly FlowNode[], heads: readonly string[], width: number): Drawing {
  const placed = placeFlow(nodes, width);
  const columns = setColumns(placed, heads, width);
  const top = Math.max(...columns.map(({ head }) => head.length)) * SIZE.text * LINE + GAP;
  const byId = new Map(placed.map((node) => [node.id, node]));
  const x = ({ column }: FlowNode) => columns[column]?.x ?? 0;
  const filled = new Map<string, number>();
  const ribbons = placed.flatMap((node) => {
    const parent = node.parent === null ? undefined : byId.get(node.parent);
    if (!parent) return [];
    const from = filled.get(parent.id) ?? parent.top;
    filled.set(parent.id, from + node.share);
    const end = { x: x(parent), top: from + top, height: node.share };
    return [ribbon({ x: x(node) + BAR, top: node.top + top, height: node.height }, end, node.shade)];
  });
  const bars = columns.flatMap(({ nodes: of, x: left, size, lines }, column) =>
    of.map((node, at) => {
      const y = node.top + top;
      const bar = element('rect', { x: left, y, width: BAR, height: node.height, fill: node.shade });
      const side = column === 0 ? left - GAP : left + BAR + GAP;
      const anchor = column === 0 ? 'end' : 'start';
      return bar + label(side, y + node.height / 2, lines[at] ?? [], { size, anchor, halo: column > 0 });
    }),
  );
  const titles = columns.map(({ head, x: left }, column) =>
    label(column === 0 ? left + BAR : left, (top - GAP) / 2, head, {
      weight: 'bold',
      anchor: column === 0 ? 'end' : 'start',
    }),
  );
  const bottom = Math.max(
    ...columns.flatMap(({ nodes: of, size, lines }) =>
      of.map((node, at) => {
        const tall = (lines[at]?.length ?? 0) * size * LINE;
        return node.top + (node.height + Math.max(node.height, tall)) / 2;
      }),
    ),
  );
  return { width, height: top + bottom + GAP, body: [...titles, ...ribbons, ...bars] };
}

/** Gives labels equal room, and what the lowest and the top ones do not need to the ribbons. */
function setColumns(placed: readonly PlacedNode[], heads: readonly string[], width: number): Column[] {
  const count = heads.length;
  const shortest = width / 12;
  const room = (width - shortest - count * (BAR + GAP) - (count - 1) * GAP) / count;
  if (room < LEAST_ROOM) throw new UserError('figure/too-narrow', { width: width / PER_MM });
  const set = heads.map((head, column) => {
    const nodes = placed.filter((node) => node.column === column);
    const labels = chooseSize(sizesFor(nodes), (size) => nodes.map((node) => setLabel(node, size, room)));
    const title = fitText(head, { size: SIZE.text, width: room + BAR, lines: 2 }).lines;
    const needed = Math.max(
      widestOf(labels.lines.flat(), labels.size),
      widestOf(title, SIZE.text * 1.06) - BAR,
    );
    return { nodes, ...labels, head: title, needed };
  });
  const [first, last] = [set[0]?.needed ?? 0, set.at(-1)?.needed ?? 0];
  const start = first + GAP;
  const end = width - last - GAP - BAR;
  // Beside the first ribbons is no label: they are shorter than the others where room is scarce.
  const between = Math.max(0, ...set.slice(1, -1).map(({ needed }) => needed + BAR + 2 * GAP));
  const step = Math.max((end - start) / (count - 1), between);
  return set.map((column, at) => ({ ...column, x: at === 0 ? start : end - (count - 1 - at) * step }));
}

/** The sizes in which a line is no taller than the lowest of the codes: labels beside each other lie over none. */
function sizesFor(nodes: readonly PlacedNode[]): readonly number[] {
  const lowest = Math.min(...nodes.map(({ area }) => area));
  const sizes = SIZES.filter((size) => size * TALL <= lowest);
  return sizes.length > 0 ? sizes : [SIZE.least];
}

/** As many lines as the code is high with all under it. */
function setLabel(node: PlacedNode, size: number, width: number): FittedText {
  const lines = Math.max(1, Math.floor(node.area / (size * LINE)));
  return fitText(node.label, { size, width, lines: Math.min(lines, 3), number: String(node.value) });
}

type End = Readonly<Record<'x' | 'top' | 'height', number>>;

function ribbon(from: End, to: End, fill: string): string {
  const half = (from.x + to.x) / 2;
  const points = [from.x, half, to.x, from.top, to.top, to.top + to.height, from.top + from.height];
  const [a, m, b, y1, y2, y3, y4] = points.map((one) => String(Math.round(one * 10) / 10));
  const d = `M${a} ${y1}C${m} ${y1} ${m} ${y2} ${b} ${y2}L${b} ${y3}C${m} ${y3} ${m} ${y4} ${a} ${y4}Z`;
  return element('path', { d, fill, 'fill-opacity': '0.45' });
}
