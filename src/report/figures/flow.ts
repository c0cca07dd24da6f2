import { SIZE } from './style.js';
import { type Drawing, element } from './svg.js';
import { LINE, label, textWidth, wrapText } from './text.js';

/** A code with what was given to it and to all under it. */
export interface FlowNode {
  readonly id: string;
  readonly parent: string | null;
  readonly label: string;
  /** From the lowest level, which is 0, upwards. */
  readonly column: number;
  readonly value: number;
}

interface PlacedNode extends FlowNode {
  readonly top: number;
  readonly height: number;
  readonly shade: string;
}

const TALLEST = 2150;
const BAR = 22;
const GAP = 10;
/** Two greys and two blues of different lightness: neighbours differ in print, too. */
const SHADES = ['#2f6690', '#9aa5ad', '#6fa3c8', '#5f6a72'] as const;

/** How many codes of the lowest level a flow has room for. */
export const MOST_LEAVES = 90;

/** Ribbons from codes to those above them, as wide as what was given to the code. */
export function drawFlow(nodes: readonly FlowNode[], heads: readonly string[], width: number): Drawing {
  const columns = heads.length;
  const labelRoom = width / (columns + 0.35) - BAR - 2 * GAP;
  const top = SIZE.text * 1.8;
  const placed = placeNodes(nodes, width);
  const small = Math.min(SIZE.small, pitchOf(placed.filter(({ column }) => column === 0).length) * 0.88);
  const byId = new Map(placed.map((node) => [node.id, node]));
  const firstLabels = Math.max(
    ...placed
      .filter(({ column }) => column === 0)
      .flatMap((node) => [textWidth(caption(node), small)].map((one) => Math.min(one, labelRoom))),
    0,
  );
  const lastLabels = Math.max(
    ...placed
      .filter(({ column }) => column === columns - 1)
      .map((node) => Math.min(textWidth(caption(node), SIZE.text), labelRoom)),
  );
  const start = firstLabels + GAP;
  const step = (width - start - lastLabels - GAP - BAR) / Math.max(1, columns - 1);
  const x = (column: number) => start + column * step;
  const filled = new Map<string, number>();
  const ribbons = placed.flatMap((node) => {
    const parent = node.parent === null ? undefined : byId.get(node.parent);
    if (!parent) return [];
    const from = filled.get(parent.id) ?? parent.top;
    const share = (node.value / parent.value) * parent.height;
    filled.set(parent.id, from + share);
    return [
      ribbon(x(node.column) + BAR, node, x(parent.column), { top: from, height: share }, top, node.shade),
    ];
  });
  const bars = placed.map((node) => {
    const { column, height, shade } = node;
    const y = node.top + top;
    const bar = element('rect', { x: x(column), y, width: BAR, height, fill: shade });
    const size = column === 0 ? small : SIZE.text;
    const middle = y + height / 2;
    if (column === 0) {
      const [line = ''] = wrapText(caption(node), size, labelRoom, 1);
      return bar + label(x(0) - GAP, middle, line, { size, anchor: 'end' });
    }
    const room = column === columns - 1 ? lastLabels : step - BAR - 3 * GAP;
    return (
      bar + label(x(column) + BAR + GAP, middle, wrapText(caption(node), size, room, 2), { size, halo: true })
    );
  });
  const titles = heads.map((head, column) =>
    label(column === 0 ? x(0) - GAP : x(column) + (column === columns - 1 ? 0 : 0), SIZE.text * 0.7, head, {
      size: SIZE.text,
      weight: 'bold',
      anchor: column === 0 ? 'end' : 'start',
    }),
  );
  const bottom = Math.max(...placed.map((node) => node.top + node.height));
  return { width, height: top + bottom + GAP, body: [...titles, ...ribbons, ...bars] };
}

/** The distance of the labels of the lowest level: many of them are set closer and smaller, so that bars still differ. */
const pitchOf = (leaves: number) => Math.min(SIZE.small * LINE, (0.7 * TALLEST) / leaves);

const caption = ({ label: name, value }: FlowNode) => `${name} ${value}`;

/** Every code beside those under it; the lowest are far enough apart for their labels. */
function placeNodes(nodes: readonly FlowNode[], width: number): PlacedNode[] {
  const children = new Map<string | null, FlowNode[]>();
  const known = new Set(nodes.map(({ id }) => id));
  for (const node of nodes) {
    const parent = node.parent !== null && known.has(node.parent) ? node.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const roots = children.get(null) ?? [];
  const leaves = nodes.filter(({ id }) => !children.has(id));
  const pitch = pitchOf(leaves.length);
  const total = roots.reduce((sum, { value }) => sum + value, 0);
  const wanted = Math.min(TALLEST, Math.max(width * 0.6, leaves.length * pitch * 1.25));
  const scale = fitScale(
    leaves.map(({ value }) => value),
    pitch,
    wanted,
    total,
  );
  const placed: PlacedNode[] = [];
  let next = 0;
  const place = (node: FlowNode, shade: string): { readonly top: number; readonly bottom: number } => {
    const under = children.get(node.id) ?? [];
    const height = Math.max(node.value * scale, 1.5);
    let area = { top: next, bottom: next + Math.max(height, pitch) };
    if (under.length === 0) next = area.bottom + 2;
    else {
      const areas = under.map((child) => place(child, shade));
      area = { top: areas[0]?.top ?? next, bottom: areas.at(-1)?.bottom ?? next };
      if (area.bottom - area.top < height) {
        next = area.top + height + 2;
        area = { top: area.top, bottom: area.top + height };
      }
    }
    placed.push({ ...node, top: (area.top + area.bottom - height) / 2, height, shade });
    return area;
  };
  roots.forEach((root, at) => {
    place(root, SHADES[at % SHADES.length] ?? SHADES[0]);
    next += pitch * 0.4;
  });
  return nodes.flatMap(({ id }) => placed.find((node) => node.id === id) ?? []);
}

/** The height of one count at which all lowest codes, none lower than its label, take the height that is wanted. */
function fitScale(values: readonly number[], pitch: number, wanted: number, total: number): number {
  let [low, high] = [0, wanted / total];
  for (let turn = 0; turn < 40; turn++) {
    const scale = (low + high) / 2;
    const height = values.reduce((sum, value) => sum + Math.max(value * scale, pitch) + 2, 0);
    if (height > wanted) high = scale;
    else low = scale;
  }
  return low;
}

function ribbon(
  x1: number,
  from: Readonly<Record<'top' | 'height', number>>,
  x2: number,
  to: Readonly<Record<'top' | 'height', number>>,
  down: number,
  fill: string,
): string {
  const half = (x1 + x2) / 2;
  const points = [
    x1,
    half,
    x2,
    from.top + down,
    to.top + down,
    to.top + to.height + down,
    from.top + from.height + down,
  ];
  const [a, m, b, y1, y2, y3, y4] = points.map((one) => String(Math.round(one * 10) / 10));
  const d = `M${a} ${y1}C${m} ${y1} ${m} ${y2} ${b} ${y2}L${b} ${y3}C${m} ${y3} ${m} ${y4} ${a} ${y4}Z`;
  return element('path', { d, fill, 'fill-opacity': '0.4' });
}
