import type { NgramTree } from './ngram-tree.js';

/** The nodes of one length. */
interface Level {
  readonly codes: number[];
  readonly frequencies: number[];
  /** How many nodes of the next level there were before this one's own. */
  readonly children: number[];
}

/** A tree whose strings come ordered by code point, each behind the shorter one that it goes on from. */
export interface LevelTree {
  readonly add: (length: number, code: number, frequency: number) => void;
  readonly size: () => number;
  readonly finish: () => NgramTree;
}

/** A tree of the empty string alone; `depth` is the length of its longest strings. */
export function openLevelTree(depth: number): LevelTree {
  const levels = Array.from(
    { length: depth + 2 },
    (): Level => ({ codes: [], frequencies: [], children: [] }),
  );
  const add = (length: number, code: number, frequency: number) => {
    const level = levels[length] as Level;
    level.codes.push(code);
    level.frequencies.push(frequency);
    level.children.push((levels[length + 1] as Level).codes.length);
  };
  add(0, 0, 0);
  const size = () => levels.reduce((sum, { codes }) => sum + codes.length, 0);
  return {
    add,
    size,
    finish: () => {
      const nodes = size();
      const tree = {
        codes: new Int32Array(nodes),
        frequencies: new Int32Array(nodes),
        children: new Int32Array(nodes),
        sizes: new Int32Array(nodes),
      };
      let at = 0;
      for (const [length, { codes, frequencies, children }] of levels.entries()) {
        const below = at + codes.length;
        const end = levels[length + 1]?.codes.length ?? 0;
        tree.codes.set(codes, at);
        tree.frequencies.set(frequencies, at);
        for (const [i, child] of children.entries()) {
          tree.children[at + i] = below + child;
          tree.sizes[at + i] = (children[i + 1] ?? end) - child;
        }
        at = below;
      }
      return tree;
    },
  };
}
