import dagre from '@dagrejs/dagre';
import { UserError } from '../../errors.js';
import { fitText } from './fit-text.js';
import { label } from './label.js';
import { COLOUR, SIZE, TALLEST } from './style.js';
import { type Drawing, element, PER_MM } from './svg.js';
import { LINE, widestOf } from './text-width.js';

/** A code of a mechanism; the core category stands out. */
export interface MechanismNode {
  readonly id: string;
  readonly label: string;
  readonly isCore: boolean;
}

/** What one code is to another. */
export interface MechanismArrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

const HEAD = 22;
/** Words smaller than 5 points are not read in print. */
const SMALLEST = 17.5;
const NODE = { size: SIZE.text, width: 260, lines: 3 } as const;
const WORD = { size: SIZE.small, width: 220, lines: 2 } as const;

/**
 * Codes in layers, with arrows from what comes before to what comes after, each with its kind.
 * @throws UserError figure/too-narrow
 */
export function drawMechanism(
  nodes: readonly MechanismNode[],
  arrows: readonly MechanismArrow[],
  width: number,
): Drawing {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 50, ranksep: 60, edgesep: 30, marginx: 6, marginy: 6 });
  const lines = new Map(nodes.map((node) => [node.id, fitText(node.label, NODE).lines]));
  for (const { id } of nodes) graph.setNode(id, sizeOf(lines.get(id) ?? [], SIZE.text, 22));
  arrows.forEach(({ from, to, label: kind }, at) => {
    const size = sizeOf(fitText(kind, WORD).lines, SIZE.small, 6);
    graph.setEdge(from, to, { ...size, labelpos: 'c' }, String(at));
  });
  dagre.layout(graph);
  const { width: wide = width, height: high = 0 } = graph.graph();
  // A drawing that is too wide is made smaller as a whole; one that is narrow is set in the middle.
  const scale = Math.min(1, width / wide, TALLEST / high);
  if (scale * WORD.size < SMALLEST) throw new UserError('figure/too-narrow', { width: width / PER_MM });
  const shift = (width - wide * scale) / 2;
  const drawnArrows = arrows.map((arrow, at) =>
    drawArrow(arrow, graph.edge(arrow.from, arrow.to, String(at))),
  );
  const boxes = nodes.map(({ id, isCore }) => drawBox(graph.node(id), lines.get(id) ?? [], isCore));
  const body = element(
    'g',
    { transform: `translate(${Math.round(shift)} 0) scale(${Math.round(scale * 1000) / 1000})` },
    ...drawnArrows.map(({ line }) => line),
    ...boxes,
    ...drawnArrows.map(({ text }) => text),
  );
  return { width, height: high * scale, body: [body] };
}

function sizeOf(lines: readonly string[], size: number, padding: number) {
  return {
    width: widestOf(lines, size) + 2 * padding,
    height: lines.length * size * LINE + padding,
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function drawBox({ x, y, width, height }: dagre.Node, lines: readonly string[], isCore: boolean): string {
  const box = { x: x - width / 2, y: y - height / 2, width, height, rx: 10 };
  const style = { fill: isCore ? '#cfe0ee' : '#ffffff', stroke: COLOUR.ink, 'stroke-width': isCore ? 6 : 3 };
  return (
    element('rect', { ...box, ...style }) +
    label(x, y, lines, { anchor: 'middle', ...(isCore && { weight: 'bold' as const }) })
  );
}

function drawArrow({ label: kind }: MechanismArrow, edge: dagre.GraphEdge) {
  const points: readonly Place[] = edge.points;
  const [end, before] = [points.at(-1) ?? { x: 0, y: 0 }, points.at(-2) ?? { x: 0, y: 0 }];
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const neck = { x: end.x - dx * HEAD, y: end.y - dy * HEAD };
  const corner = (side: number) => ({
    x: neck.x - dy * side * HEAD * 0.42,
    y: neck.y + dx * side * HEAD * 0.42,
  });
  const line = element('polyline', {
    points: write([...points.slice(0, -1), neck]),
    fill: 'none',
    stroke: COLOUR.soft,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
  });
  const head = element('polygon', { points: write([end, corner(1), corner(-1)]), fill: COLOUR.soft });
  const text = label(edge['x'], edge['y'], fitText(kind, WORD).lines, {
    size: SIZE.small,
    anchor: 'middle',
    halo: true,
  });
  return { line: line + head, text };
}

const write = (points: readonly Place[]) =>
  points.map(({ x, y }) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`).join(' ');
