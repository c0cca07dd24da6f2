import graphology from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

// A CommonJS package is its own default, whatever its types say.
const layOut = forceAtlas2 as unknown as typeof forceAtlas2.default;

/** A place in a drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is to be placed: its size with its label, half to each side of its middle. */
export interface NetworkBox {
  readonly id: string;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const ROUNDS = 400;
const PUSHES = 600;

/**
 * Places a network so that what is joined by heavy lines is near (ForceAtlas2), and no box lies over another. It begins on a
 * circle in the order of the nodes, so the same network is always placed alike.
 */
export function placeNetwork(
  boxes: readonly NetworkBox[],
  edges: readonly { readonly from: string; readonly to: string; readonly weight: number }[],
  area: { readonly width: number; readonly height: number },
): ReadonlyMap<string, Point> {
  const graph = new graphology.UndirectedGraph();
  boxes.forEach(({ id }, at) => {
    const angle = (2 * Math.PI * at) / boxes.length;
    graph.addNode(id, { x: round(100 * Math.cos(angle)), y: round(100 * Math.sin(angle)) });
  });
  for (const { from, to, weight } of edges) graph.addEdge(from, to, { weight });
  const placed = layOut(graph, {
    iterations: ROUNDS,
    getEdgeWeight: 'weight',
    settings: {
      gravity: 0.4,
      strongGravityMode: true,
      scalingRatio: 12,
      edgeWeightInfluence: 0.5,
      slowDown: 4,
    },
  });
  return pushApart(boxes, fitInto(boxes, placed, area), area);
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Stretches the places over the area, each way by itself. */
function fitInto(
  boxes: readonly NetworkBox[],
  placed: Readonly<Record<string, Point>>,
  { width, height }: { readonly width: number; readonly height: number },
): Map<string, Point> {
  const all = Object.values(placed);
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))];
  const across = Math.max(...boxes.map(({ halfWidth }) => halfWidth));
  const down = Math.max(...boxes.map(({ halfHeight }) => halfHeight));
  return new Map(
    boxes.map(({ id }) => {
      const { x = 0, y = 0 } = placed[id] ?? {};
      const shareX = right > left ? (x - left) / (right - left) : 0.5;
      const shareY = bottom > top ? (y - top) / (bottom - top) : 0.5;
      return [
        id,
        { x: round(across + shareX * (width - 2 * across)), y: round(down + shareY * (height - 2 * down)) },
      ];
    }),
  );
}

/** Moves boxes that lie over each other apart, the shorter way, until none does; the area grows downwards where it is full. */
function pushApart(
  boxes: readonly NetworkBox[],
  places: Map<string, Point>,
  { width, height }: { readonly width: number; readonly height: number },
): ReadonlyMap<string, Point> {
  let bottom = height;
  for (let push = 0; push < PUSHES; push++) {
    let isClear = true;
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        const [a, b] = [places.get(one.id), places.get(other.id)];
        if (!a || !b) continue;
        const acrossBy = one.halfWidth + other.halfWidth - Math.abs(a.x - b.x);
        const downBy = one.halfHeight + other.halfHeight - Math.abs(a.y - b.y);
        if (acrossBy <= 0 || downBy <= 0) continue;
        isClear = false;
        const isAcross =
          acrossBy / (one.halfWidth + other.halfWidth) < downBy / (one.halfHeight + other.halfHeight);
        const half = (isAcross ? acrossBy : downBy) / 2 + 1;
        const sign = (isAcross ? a.x - b.x : a.y - b.y) < 0 ? -1 : 1;
        const move = ({ x, y }: Point, by: number) => (isAcross ? { x: x + by, y } : { x, y: y + by });
        places.set(one.id, within(move(a, sign * half), one, width, bottom));
        places.set(other.id, within(move(b, -sign * half), other, width, bottom));
      }
    });
    if (isClear) break;
    if (push % 60 === 59) bottom += height * 0.08;
  }
  return places;
}

function within(
  { x, y }: Point,
  { halfWidth, halfHeight }: NetworkBox,
  width: number,
  height: number,
): Point {
  return {
    x: round(Math.min(Math.max(x, halfWidth), width - halfWidth)),
    y: round(Math.min(Math.max(y, halfHeight), height - halfHeight)),
  };
}
