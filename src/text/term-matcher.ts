import { offsetMap } from './code-points.js';

/** An occurrence of a term at `[start, end)` (code points). */
export interface TermMatch {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the occurrences of a fixed set of terms in texts. */
export interface TermMatcher {
  /** All matches in order: the leftmost first, of several there the longest, none overlapping another. */
  readonly find: (text: string) => TermMatch[];
}

/** Nodes of the reversed terms: where each goes, where it falls back to, the longest term ending at it. */
interface Automaton {
  readonly children: readonly ReadonlyMap<number, number>[];
  readonly fallback: Int32Array;
  readonly longest: Int32Array;
}

/**
 * A matcher for any number of terms in time linear in the text (Aho & Corasick 1975). It reads the text
 * backwards, so that the longest term ending at a node is the longest term starting at that place.
 */
export function buildTermMatcher(terms: readonly string[]): TermMatcher {
  const automaton = buildAutomaton(terms);
  return {
    find: (text) => {
      const lengths = longestAt(automaton, text);
      const offsets = offsetMap(text);
      const matches: TermMatch[] = [];
      for (let at = 0; at < text.length; ) {
        const length = lengths[at] as number;
        if (length > 0) {
          const start = offsets.toCodePoint(at);
          matches.push({ term: text.slice(at, at + length), start, end: offsets.toCodePoint(at + length) });
        }
        at += Math.max(length, 1);
      }
      return matches;
    },
  };
}

/** For every UTF-16 position the length of the longest term that starts there, or 0. */
function longestAt({ children, fallback, longest }: Automaton, text: string): Int32Array {
  const lengths = new Int32Array(text.length);
  let node = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const unit = text.charCodeAt(at);
    let next = children[node]?.get(unit);
    while (next === undefined && node !== 0) {
      node = fallback[node] as number;
      next = children[node]?.get(unit);
    }
    node = next ?? 0;
    lengths[at] = longest[node] as number;
  }
  return lengths;
}

function buildAutomaton(terms: readonly string[]): Automaton {
  const children: Map<number, number>[] = [new Map()];
  const ends = new Map<number, number>();
  for (const term of terms) {
    let node = 0;
    for (let at = term.length - 1; at >= 0; at -= 1) {
      const unit = term.charCodeAt(at);
      const edges = children[node] as Map<number, number>;
      let next = edges.get(unit);
      if (next === undefined) {
        next = children.push(new Map()) - 1;
        edges.set(unit, next);
      }
      node = next;
    }
    if (term !== '') ends.set(node, term.length);
  }

  const fallback = new Int32Array(children.length);
  const longest = new Int32Array(children.length);
  const queue = [0];
  // Breadth first, so that a node's fallback, being shorter, is finished before the node itself.
  for (const node of queue) {
    longest[node] = ends.get(node) ?? (longest[fallback[node] as number] as number);
    for (const [unit, child] of children[node] as Map<number, number>) {
      queue.push(child);
      if (node === 0) continue;
      let behind = fallback[node] as number;
      while (behind !== 0 && !children[behind]?.has(unit)) behind = fallback[behind] as number;
      fallback[child] = children[behind]?.get(unit) ?? 0;
    }
  }
  return { children, fallback, longest };
}
