/** A sum of small decision trees, as a training script wrote it. */
export interface TreeModel {
  readonly features: readonly string[];
  /** Log-odds before any tree. */
  readonly base: number;
  /**
   * Trees one after another, one or more a line, nodes before their branches: `3<0.25` asks whether feature 3 is at most 0.25; the branch for
   * yes follows, then the one for no. A bare number is a leaf: what the tree adds to the log-odds.
   */
  readonly trees: readonly string[];
}

/** How many trees one compiled function adds up: larger ones are optimised late or never. */
const TOGETHER = 8;

type AddTrees = (rows: Float64Array, row: number, sum: number) => number;

/** Which things go on to all trees: after the first `trees` of them those with the `most` highest sums. */
export interface Cascade {
  readonly trees: number;
  readonly most: number;
}

/**
 * Makes the function that gives the probability (0–1) of things from the values of their features, one row after the
 * other; after Viola & Jones (2001) those that do not come through the cascade get 0. The trees are compiled, which
 * takes a third of the time of walking through them.
 */
export function readTrees(
  { features, base, trees }: TreeModel,
  { trees: first, most }: Cascade = { trees: 0, most: Number.POSITIVE_INFINITY },
): (rows: Float64Array) => Float64Array {
  const expressions = trees.flatMap(readLine);
  const compiled = (from: number, to: number) => {
    const together: AddTrees[] = [];
    for (let i = from; i < to; i += TOGETHER)
      together.push(compile(expressions.slice(i, Math.min(to, i + TOGETHER))));
    return together;
  };
  const [before, after] = [compiled(0, first), compiled(first, expressions.length)];
  return (rows) => {
    const sums = new Float64Array(rows.length / features.length).fill(base);
    const addAll = (steps: readonly AddTrees[], things: ArrayLike<number>) => {
      // All things before the next trees: the processor foresees the way through few trees better than through many.
      for (const add of steps) {
        for (let n = 0; n < things.length; n += 1) {
          const i = things[n] as number;
          sums[i] = add(rows, i * features.length, sums[i] as number);
        }
      }
    };
    const all = Uint32Array.from(sums.keys());
    addAll(before, all);
    const least = sums.length > most ? (sums.toSorted().at(-most) as number) : Number.NEGATIVE_INFINITY;
    const kept = all.filter((i) => (sums[i] as number) >= least);
    addAll(after, kept);
    const chances = new Float64Array(sums.length);
    for (const i of kept) chances[i] = 1 / (1 + Math.exp(-(sums[i] as number)));
    return chances;
  };
}

function compile(expressions: readonly string[]): AddTrees {
  const lines = expressions.map((tree) => `sum += ${tree};`);
  return new Function('rows', 'row', 'sum', `${lines.join('\n')}\nreturn sum;`) as AddTrees;
}

/** The trees of a line as expressions. */
function readLine(line: string): string[] {
  const nodes = line.split(' ').reverse();
  const trees: string[] = [];
  while (nodes.length > 0) trees.push(takeTree(nodes));
  return trees;
}

/** Takes the next tree from the end of the nodes. */
function takeTree(nodes: string[]): string {
  const [first, limit] = String(nodes.pop()).split('<').map(Number);
  if (limit === undefined) return String(first);
  const yes = takeTree(nodes);
  return `(rows[row + ${first}] <= ${limit} ? ${yes} : ${takeTree(nodes)})`;
}
