import { compareByCodePoint } from '../../text/code-points.js';

/** Pairs of characters around words, each with its weight, and the length of their vector. */
interface ContextVector {
  readonly context: ReadonlyMap<string, number>;
  readonly length: number;
}

const SHOWN_PAIRS = 3;

/** What stands around a word and around the terms of a code; a pair that overlaps the word's edge is counted, not shown. */
export function sharedContext(
  word: string,
  vector: ReadonlyMap<string, number>,
  length: number,
  { context, length: other }: ContextVector,
): { readonly similarity: number; readonly shown: string[] } {
  const products = [...vector].flatMap(([pair, value]) => {
    const theirs = context.get(pair);
    return theirs === undefined ? [] : [{ pair, product: value * theirs }];
  });
  const dot = products.reduce((sum, { product }) => sum + product, 0);
  const [first = '', last = ''] = [word.charAt(0), word.at(-1)];
  const apart = products.filter(({ pair }) => !pair.startsWith(last) && !pair.endsWith(first));
  const shown = (apart.length > 0 ? apart : products)
    .sort((a, b) => b.product - a.product || compareByCodePoint(a.pair, b.pair))
    .slice(0, SHOWN_PAIRS)
    .map(({ pair }) => pair);
  return { similarity: dot === 0 ? 0 : dot / (length * other), shown };
}

/** The Euclidean length of a vector. */
export const lengthOf = (vector: ReadonlyMap<string, number>) =>
  Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0));
