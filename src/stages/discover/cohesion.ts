import { childOf, type NgramTree } from './ngram-tree.js';
import type { Bucket } from './occurrences.js';

/**
 * Frequencies of the beginnings of a string of a bucket, by their length (at 0 nothing), from the tree of its own bucket.
 */
export function beginningFrequencies(tree: NgramTree, codes: Int32Array): Float64Array {
  const frequencies = new Float64Array(codes.length);
  let node = 0;
  for (let length = 1; length < codes.length; length += 1) {
    node = childOf(tree, node, codes[length - 1] as number);
    frequencies[length] = tree.frequencies[node] as number;
  }
  return frequencies;
}

/**
 * The largest product of the frequencies of both parts of a string, f(a)·f(b), over the splits whose second part
 * begins in a bucket; over all buckets their maximum is the largest of all splits.
 */
export function largestProduct(
  tree: NgramTree,
  { from, to }: Bucket,
  codes: Int32Array,
  beginnings: Float64Array,
): number {
  let largest = 0;
  for (let split = 1; split < codes.length; split += 1) {
    const code = codes[split] as number;
    if (code < from || code >= to) continue;
    let node = childOf(tree, 0, code);
    for (let i = split + 1; i < codes.length; i += 1) node = childOf(tree, node, codes[i] as number);
    const product = (beginnings[split] as number) * (tree.frequencies[node] as number);
    if (product > largest) largest = product;
  }
  return largest;
}

/**
 * Cohesion of a string: its pointwise mutual information (nats), ln(f(w)·N / (f(a)·f(b))), at the split into
 * a and b where it is smallest, so that the product of their frequencies is the largest. N is the number of characters.
 */
export function cohesion(frequency: number, largest: number, characters: number): number {
  return Math.log((frequency * characters) / largest);
}
