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

/**
 * Makes the function that gives the probability (0–1) of things from the values of their features, one row after the
 * other. The trees are compiled, which takes a third of the time of walking through them.
 */
export function readTrees({ features, base, trees }: TreeModel): (rows: Float64Array) => Float64Array {
  const expressions = trees.flatMap(readLine);
  const steps: AddTrees[] = [];
  for (let i = 0; i < expressions.length; i += TOGETHER) {
    steps.push(compile(expressions.slice(i, i + TOGETHER)));
  }
  return (rows) => {
    const sums = new Float64Array(rows.length / features.length).fill(base);
    // All things before the next trees: the processor foresees the way through few trees better than through many.
    for (const add of steps) {
      for (let i = 0; i < sums.length; i += 1) {
        sums[i] = add(rows, i * features.length, sums[i] as number);
      }
    }
    return sums.map((sum) => 1 / (1 + Math.exp(-sum)));
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
