/** A sum of small decision trees, as a training script wrote it. */
export interface TreeModel {
  readonly features: readonly string[];
  /** Log-odds before any tree. */
  readonly base: number;
  /**
   * One tree a line, its nodes before their branches: `3<0.25` asks whether feature 3 is at most 0.25; the branch for
   * yes follows, then the one for no. A bare number is a leaf: what the tree adds to the log-odds.
   */
  readonly trees: readonly string[];
}

/** Makes the function that gives the probability (0–1) of a thing with given feature values. */
export function readTrees({ base, trees }: TreeModel): (values: ArrayLike<number>) => number {
  const nodes = trees.flatMap((tree) => tree.split(' '));
  const feature = Int16Array.from(nodes, (node) => (node.includes('<') ? Number.parseInt(node, 10) : LEAF));
  const number = Float64Array.from(nodes, (node) => Number(node.slice(node.indexOf('<') + 1)));
  const otherwise = new Int32Array(nodes.length);
  const roots: number[] = [];
  for (let at = 0; at < nodes.length; ) {
    roots.push(at);
    at = link(at);
  }

  /** Notes where the second branch of each question of a tree begins, and returns where the tree ends. */
  function link(at: number): number {
    if (feature[at] === LEAF) return at + 1;
    otherwise[at] = link(at + 1);
    return link(otherwise[at] as number);
  }

  return (values) => {
    let sum = base;
    for (let i = 0; i < roots.length; i += 1) {
      let at = roots[i] as number;
      for (let asked = feature[at] as number; asked !== LEAF; asked = feature[at] as number) {
        at = (values[asked] as number) <= (number[at] as number) ? at + 1 : (otherwise[at] as number);
      }
      sum += number[at] as number;
    }
    return 1 / (1 + Math.exp(-sum));
  };
}

const LEAF = -1;
