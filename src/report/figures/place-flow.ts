import { BRANCHES, SIZE, TALLEST } from './style.js';
import { LINE } from './text-width.js';

/** A code with what was given to it and to all under it. */
export interface FlowNode {
  readonly id: string;
  readonly parent: string | null;
  readonly label: string;
  /** From the lowest level, which is 0, upwards. */
  readonly column: number;
  readonly value: number;
}

/** A code in its place. */
export interface PlacedNode extends FlowNode {
  readonly top: number;
  readonly height: number;
  /** The height that it and all under it take. */
  readonly area: number;
  /** The width of its ribbon where that reaches the code above. */
  readonly share: number;
  readonly shade: string;
}

/** How many codes of the lowest level a flow has room for. */
export const MOST_LEAVES = 80;

/** Head and borders. */
const AROUND = 90;
const BETWEEN = 2;
/** What is thinner is not seen. */
const THINNEST = 1.5;

/** Places every code beside those under it; the lowest are far enough apart for their labels. */
export function placeFlow(nodes: readonly FlowNode[], width: number): PlacedNode[] {
  const { roots, under } = childrenOf(nodes);
  const leaves = nodes.filter(({ id }) => !under.has(id));
  const pitch = Math.max(SIZE.least * 1.06, Math.min(SIZE.small * LINE, (0.7 * TALLEST) / leaves.length));
  const between = pitch * 0.4;
  const most = TALLEST - AROUND - roots.length * between;
  const wanted = Math.min(most, Math.max(width * 0.6, leaves.length * pitch * 1.25));
  const scale = fitScale(leaves, pitch, wanted, roots);
  const heightOf = ({ value }: FlowNode) => Math.max(value * scale, THINNEST);
  const placed = new Map<string, PlacedNode>();
  let next = 0;
  const place = (node: FlowNode, shade: string, share: number) => {
    const top = next;
    const height = heightOf(node);
    const children = under.get(node.id) ?? [];
    // Cases of the codes below may be more than those of the code: their ribbons share its height.
    const sum = Math.max(
      node.value,
      children.reduce((all, { value }) => all + value, 0),
    );
    for (const child of children) place(child, shade, (child.value / sum) * height);
    next = Math.max(next, top + Math.max(height, pitch) + BETWEEN);
    const area = next - top - BETWEEN;
    const middle = middleOf(children.map(({ id }) => placed.get(id))) ?? top + area / 2;
    const at = Math.min(Math.max(middle - height / 2, top), top + area - height);
    placed.set(node.id, { ...node, top: at, height, area, share, shade });
  };
  roots.forEach((root, at) => {
    place(root, BRANCHES[at % BRANCHES.length] ?? BRANCHES[0], 0);
    next += between;
  });
  return nodes.flatMap(({ id }) => placed.get(id) ?? []);
}

function childrenOf(nodes: readonly FlowNode[]) {
  const known = new Set(nodes.map(({ id }) => id));
  const roots: FlowNode[] = [];
  const under = new Map<string, FlowNode[]>();
  for (const node of nodes) {
    if (node.parent === null || !known.has(node.parent)) roots.push(node);
    else under.set(node.parent, [...(under.get(node.parent) ?? []), node]);
  }
  return { roots, under };
}

/** Between the first and the last of those below. */
function middleOf(below: readonly (PlacedNode | undefined)[]): number | undefined {
  const [first, last] = [below[0], below.at(-1)];
  return first && last && (first.top + last.top + last.height) / 2;
}

/** The height of one count at which all lowest codes, none lower than its label, take the height that is wanted. */
function fitScale(
  leaves: readonly FlowNode[],
  pitch: number,
  wanted: number,
  roots: readonly FlowNode[],
): number {
  let [low, high] = [0, wanted / roots.reduce((sum, { value }) => sum + value, 0)];
  for (let turn = 0; turn < 40; turn++) {
    const scale = (low + high) / 2;
    const height = leaves.reduce((sum, { value }) => sum + Math.max(value * scale, pitch) + BETWEEN, 0);
    if (height > wanted) high = scale;
    else low = scale;
  }
  return low;
}
