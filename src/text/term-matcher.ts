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

/** Nodes of the reversed words of some sets: where each goes, where it falls back to, and what of each set ends at it. */
interface Automaton {
  /** Where each unit goes from the first node, at which most places of a text are. */
  readonly first: Int32Array;
  readonly children: readonly ReadonlyMap<number, number>[];
  readonly fallback: Int32Array;
  readonly endings: readonly Endings[];
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
  const automaton = buildAutomaton([terms]);
  const [endings] = automaton.endings as [Endings];
  return {
    find: (text) => {
      const lengths = new Int32Array(text.length);
      readBackwards(automaton, text, (at, node) => {
        lengths[at] = longestWhole(endings, node, text, at);
      });
      return leftmostLongest(lengths, matcherAt(text));
    },
  };
}

/** A matcher that finds terms and literals in one and the same pass. */
export function buildScanner(terms: readonly string[], literals: readonly string[]): (text: string) => Scan {
  const automaton = buildAutomaton([terms, literals]);
  const [ofTerms, ofLiterals] = automaton.endings as [Endings, Endings];
  return (text) => {
    const matchAt = matcherAt(text);
    const found: TermMatch[] = [];
    const lengths = new Int32Array(text.length);
    readBackwards(automaton, text, (at, node) => {
      lengths[at] = longestWhole(ofTerms, node, text, at);
      for (let ending = node; ending !== 0; ending = ofLiterals.shorter[ending] as number) {
        const length = ofLiterals.length[ending] as number;
        if (length !== 0 && !isWithinWord(text, at + length)) found.push(matchAt(at, length));
      }
    });
    return { terms: leftmostLongest(lengths, matchAt), literals: found.reverse() };
  };
}

type MatchAt = (at: number, length: number) => TermMatch;

function matcherAt(text: string): MatchAt {
  const offsets = offsetMap(text);
  return (at, length) => ({
    term: text.slice(at, at + length),
    start: offsets.toCodePoint(at),
    end: offsets.toCodePoint(at + length),
  });
}

/** The matches that do not overlap, by the length of the longest term that starts at each place. */
function leftmostLongest(lengths: Int32Array, matchAt: MatchAt): TermMatch[] {
  const matches: TermMatch[] = [];
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] as number;
    if (length > 0) matches.push(matchAt(at, length));
    at += Math.max(length, 1);
  }
  return matches;
}

/** Tells the node of every UTF-16 position at which anything may start, the last position first. */
function readBackwards(
  { first, children, fallback }: Automaton,
  text: string,
  visit: (at: number, node: number) => void,
): void {
  let node = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const unit = text.charCodeAt(at);
    let next: number | undefined;
    while (node !== 0 && next === undefined) {
      next = children[node]?.get(unit);
      if (next === undefined) node = fallback[node] as number;
    }
    node = next ?? (first[unit] as number);
    if (node !== 0 && !isWithinWord(text, at)) visit(at, node);
  }
}

function longestWhole({ length, shorter }: Endings, node: number, text: string, at: number): number {
  for (let ending = node; ending !== 0; ending = shorter[ending] as number) {
    const found = length[ending] as number;
    if (found !== 0 && !isWithinWord(text, at + found)) return found;
  }
  return 0;
}

/** How many UTF-16 units there are. */
const UNITS = 0x10000;

function buildAutomaton(sets: readonly (readonly string[])[]): Automaton {
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
  const nodes = sets.map((words) => words.map(nodeOf));
  const endings = sets.map((words, set) => endingsAt(nodes[set] as number[], words, children.length));
  const fallback = new Int32Array(children.length);
  const queue = [0];
  // Breadth first, so that a node's fallback, being shorter, is finished before the node itself.
  for (const node of queue) {
    const behind = fallback[node] as number;
    for (const { length, shorter } of endings) {
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
  const first = new Int32Array(UNITS);
  for (const [unit, child] of children[0] as Map<number, number>) first[unit] = child;
  return { first, children, fallback, endings };
}

function endingsAt(nodes: readonly number[], words: readonly string[], size: number): Endings {
  const length = new Int32Array(size);
  for (const [index, node] of nodes.entries()) length[node] = words[index]?.length ?? 0;
  return { length, shorter: new Int32Array(size) };
}
