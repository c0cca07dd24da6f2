/**
 * The frequencies of the strings of a bucket as a tree: the strings that go on from one lie together, ordered by
 * code, so that they can be searched by halves. Node 0 is the empty string.
 */
export interface NgramTree {
  /** Last character of a node's string. */
  readonly codes: Int32Array;
  readonly frequencies: Int32Array;
  /** The nodes that go on from node n are `[children[n], children[n] + sizes[n])`. */
  readonly children: Int32Array;
  readonly sizes: Int32Array;
}

/** A tree that grows: nodes are added once, in any order of their parents. */
export interface GrowingTree {
  /** Adds the children of a node, ordered by code; returns the number of the first. */
  readonly addChildren: (parent: number, codes: Int32Array, frequencies: Int32Array) => number;
  readonly finish: () => NgramTree;
}

/** A tree of the empty string alone. */
export function growTree(): GrowingTree {
  let size = 1;
  let room = 1 << 12;
  let columns = [0, 1, 2, 3].map(() => new Int32Array(room));
  return {
    addChildren: (parent, codes, frequencies) => {
      const first = size;
      size += codes.length;
      if (size > room) {
        while (size > room) room *= 2;
        columns = columns.map((column) => {
          const larger = new Int32Array(room);
          larger.set(column);
          return larger;
        });
      }
      const [ownCodes, ownFrequencies, children, sizes] = columns as [
        Int32Array,
        Int32Array,
        Int32Array,
        Int32Array,
      ];
      ownCodes.set(codes, first);
      ownFrequencies.set(frequencies, first);
      children[parent] = first;
      sizes[parent] = codes.length;
      return first;
    },
    finish: () => {
      const [codes, frequencies, children, sizes] = columns.map((column) => column.slice(0, size)) as [
        Int32Array,
        Int32Array,
        Int32Array,
        Int32Array,
      ];
      return { codes, frequencies, children, sizes };
    },
  };
}

/** The node that goes on from a node with a character; -1 when the string is not frequent enough to be there. */
export function childOf({ codes, children, sizes }: NgramTree, node: number, code: number): number {
  let low = children[node] as number;
  const end = low + (sizes[node] as number);
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] as number) < code) low = middle + 1;
    else high = middle;
  }
  return low < end && codes[low] === code ? low : -1;
}

/** The four columns of a tree one after another, to be written. */
export function packTree({ codes, frequencies, children, sizes }: NgramTree): Int32Array {
  const size = codes.length;
  const columns = new Int32Array(size * 4);
  for (const [i, column] of [codes, frequencies, children, sizes].entries()) columns.set(column, i * size);
  return columns;
}

/** The tree whose columns lie one after another. */
export function unpackTree(columns: Int32Array): NgramTree {
  const size = columns.length / 4;
  const column = (i: number) => columns.subarray(i * size, (i + 1) * size);
  return { codes: column(0), frequencies: column(1), children: column(2), sizes: column(3) };
}
