import { UserError } from '../../errors.js';
import { chooseSize, fitText } from './fit-text.js';
import { label } from './label.js';
import { type NetworkBox, placeNetwork } from './place-network.js';
import { COLOUR, SIZE, TALLEST } from './style.js';
import { type Drawing, element, PER_MM } from './svg.js';
import { LINE, widestOf } from './text-width.js';

/** A code, as large as the number of its cases. */
export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly size: number;
}

/** How many codes and lines can be read on a page. */
export const MOST_NODES = 60;

const LARGEST = 34;
const SMALLEST = 9;
const THICKEST = 16;
const THINNEST = 1.5;

/** How many lines labels may have: fewer where the picture would be taller than a page. */
const LINES = [3, 2, 1] as const;

type Edges = readonly { readonly from: string; readonly to: string; readonly weight: number }[];

/**
 * A network with its labels under the nodes, none over another.
 * @throws UserError figure/too-narrow
 */
export function drawNetwork(
  nodes: readonly NetworkNode[],
  edges: Edges,
  legend: string,
  width: number,
): Drawing {
  const notes = fitText(legend, { size: SIZE.small, width, lines: 3 }).lines;
  const under = (notes.length * SIZE.small * LINE) / 2 + 10;
  const placed = placeNodes(nodes, edges, width, TALLEST - 2 * under);
  if (!placed) throw new UserError('figure/too-narrow', { width: width / PER_MM });
  const { size, drawn, places, bottom } = placed;
  const heaviest = Math.max(...edges.map(({ weight }) => weight));
  // The label lies under the node: the middle of both together is the place.
  const at = (id: string) => {
    const node = drawn.find((one) => one.id === id);
    const { x = 0, y = 0 } = places.get(id) ?? {};
    return { x, y: y - (node?.text.height ?? 0) / 2 };
  };
  const lines = [...edges]
    .sort((a, b) => a.weight - b.weight)
    .map(({ from, to, weight }) => {
      const [a, b] = [at(from), at(to)];
      const thick = Math.max(THINNEST, THICKEST * (weight / heaviest));
      return element('line', {
        x1: a.x,
        y1: a.y,
        x2: b.x,
        y2: b.y,
        stroke: '#b3bcc4',
        'stroke-width': thick,
      });
    });
  const circles = drawn.map(({ id, radius }) => {
    const { x, y } = at(id);
    return element('circle', {
      cx: x,
      cy: y,
      r: radius,
      fill: COLOUR.main,
      stroke: '#ffffff',
      'stroke-width': 2,
    });
  });
  const labels = drawn.map(({ id, radius, lines: text, text: { height: tall } }) => {
    const { x, y } = at(id);
    return label(x, y + radius + tall / 2 + 2, text, { size, anchor: 'middle', halo: true });
  });
  const note = label(0, bottom + under, notes, { size: SIZE.small, fill: COLOUR.soft });
  return { width, height: bottom + 2 * under, body: [...lines, ...circles, ...labels, note] };
}

/** The first way to set the labels in which all nodes have room. */
function placeNodes(nodes: readonly NetworkNode[], edges: Edges, width: number, tallest: number) {
  for (const lines of LINES) {
    const placed = placeLabelled(nodes, edges, width, lines);
    if (placed.bottom <= tallest) return placed;
  }
  return undefined;
}

/** Nodes with labels of so many lines, in their places. */
function placeLabelled(nodes: readonly NetworkNode[], edges: Edges, width: number, lineCount: number) {
  const largest = Math.max(...nodes.map(({ size }) => size));
  const room = { width: Math.min(260, width / 4), lines: lineCount };
  const { size, lines: labelled } = chooseSize([SIZE.small, SIZE.least], (size) =>
    nodes.map((node) => fitText(node.label, { ...room, size })),
  );
  const drawn = nodes.map((node, place) => {
    const radius = Math.max(SMALLEST, LARGEST * Math.sqrt(node.size / largest));
    const lines = labelled[place] ?? [];
    const text = { width: widestOf(lines, size), height: lines.length * size * LINE };
    return { ...node, radius, lines, text };
  });
  const boxes = drawn.map(
    ({ id, radius, text }): NetworkBox => ({
      id,
      halfWidth: Math.max(radius, text.width / 2) + 8,
      halfHeight: radius + text.height / 2 + 6,
    }),
  );
  const wanted = boxes.reduce((sum, { halfWidth, halfHeight }) => sum + 4 * halfWidth * halfHeight, 0) * 2.6;
  const height = Math.min(2000, Math.max(width * 0.6, wanted / width));
  const places = placeNetwork(boxes, edges, { width, height });
  const bottom = Math.max(...boxes.map(({ id, halfHeight }) => (places.get(id)?.y ?? 0) + halfHeight));
  return { size, drawn, places, bottom };
}
