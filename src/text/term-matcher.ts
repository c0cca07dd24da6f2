import { offsetMap } from './code-points.js';
import { isWithinWord } from './word-bounds.js';

/** An occurrence of a term at `[start, end)` (code points). */
export interface TermMatch {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the occurrences of a fixed set of terms in texts, none of them within a Latin word or number. */
export interface TermMatcher {
  /** All matches in order: the leftmost first, of several there the longest, none overlapping another. */
  readonly find: (text: string) => TermMatch[];
}

/** What one pass over a text finds, in order of the places. */
export interface Scan {
  /** As `TermMatcher.find` gives them. */
  readonly terms: readonly TermMatch[];
  /** Every occurrence of every literal, also of one inside another or inside a term. */
  readonly literals: readonly TermMatch[];
}

/** Nodes of the reversed terms and literals: where each goes, where it falls back to, and what ends at it. */
interface Automaton {
  readonly children: readonly ReadonlyMap<number, number>[];
  readonly fallback: Int32Array;
  readonly terms: Endings;
  readonly literals: Endings;
}

/** The length of what ends at each node, or 0, and the next shorter node behind it at which anything ends, or 0. */
interface Endings {
  readonly length: Int32Array;
  readonly shorter: Int32Array;
}

/**
 * A matcher for any number of terms in time linear in the text (Aho & Corasick 1975). It reads the text
 * backwards, so that the longest term ending at a node is the longest term starting at that place.
 */
export function buildTermMatcher(terms: readonly string[]): TermMatcher {
  const scan = buildScanner(terms, []);
  return { find: (text) => [...scan(text).terms] };
}

/** A matcher that finds terms and literals in one and the same pass. */
export function buildScanner(terms: readonly string[], literals: readonly string[]): (text: string) => Scan {
  const automaton = buildAutomaton(terms, literals);
  return (text) => {
    const offsets = offsetMap(text);
    const matchAt = (at: number, length: number): TermMatch => ({
      term: text.slice(at, at + length),
      start: offsets.toCodePoint(at),
      end: offsets.toCodePoint(at + length),
    });
    const found: TermMatch[] = [];
    const lengths = readBackwards(automaton, text, (at, length) => found.push(matchAt(at, length)));
    const matches: TermMatch[] = [];
    for (let at = 0; at < text.length; ) {
      const length = lengths[at] as number;
      if (length > 0) matches.push(matchAt(at, length));
      at += Math.max(length, 1);
    }
    return { terms: matches, literals: found.reverse() };
  };
}

/** For every UTF-16 position the length of the longest term that starts there, or 0; tells each literal. */
function readBackwards(
  { children, fallback, terms, literals }: Automaton,
  text: string,
  onLiteral: (at: number, length: number) => void,
): Int32Array {
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
    if (node === 0 || isWithinWord(text, at)) continue;
    lengths[at] = longestWhole(terms, node, text, at);
    for (let ending = node; ending !== 0; ending = literals.shorter[ending] as number) {
      const length = literals.length[ending] as number;
      if (length !== 0 && !isWithinWord(text, at + length)) onLiteral(at, length);
    }
  }
  return lengths;
}

function longestWhole({ length, shorter }: Endings, node: number, text: string, at: number): number {
  for (let ending = node; ending !== 0; ending = shorter[ending] as number) {
    const found = length[ending] as number;
    if (found !== 0 && !isWithinWord(text, at + found)) return found;
  }
  return 0;
}

function buildAutomaton(terms: readonly string[], literals: readonly string[]): Automaton {
  const children: Map<number, number>[] = [new Map()];
  const nodeOf = (word: string): number => {
    let node = 0;
    for (let at = word.length - 1; at >= 0; at -= 1) {
      const unit = word.charCodeAt(at);
      const edges = children[node] as Map<number, number>;
      let next = edges.get(unit);
      if (next === undefined) {
        next = children.push(new Map()) - 1;
        edges.set(unit, next);
      }
      node = next;
    }
    return node;
  };
  const termNodes = terms.map(nodeOf);
  const literalNodes = literals.map(nodeOf);
  const termEnds = endingsAt(termNodes, terms, children.length);
  const literalEnds = endingsAt(literalNodes, literals, children.length);
  const fallback = new Int32Array(children.length);
  const queue = [0];
  // Breadth first, so that a node's fallback, being shorter, is finished before the node itself.
  for (const node of queue) {
    const behind = fallback[node] as number;
    for (const { length, shorter } of [termEnds, literalEnds]) {
      shorter[node] = length[behind] === 0 ? (shorter[behind] as number) : behind;
    }
    for (const [unit, child] of children[node] as Map<number, number>) {
      queue.push(child);
      if (node === 0) continue;
      let back = behind;
      while (back !== 0 && !children[back]?.has(unit)) back = fallback[back] as number;
      fallback[child] = children[back]?.get(unit) ?? 0;
    }
  }
  return { children, fallback, terms: termEnds, literals: literalEnds };
}

function endingsAt(nodes: readonly number[], words: readonly string[], size: number): Endings {
  const length = new Int32Array(size);
  for (const [index, node] of nodes.entries()) length[node] = words[index]?.length ?? 0;
  return { length, shorter: new Int32Array(size) };
}
