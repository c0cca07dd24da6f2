import type { Segmenter } from '../../model/token.js';
import { countCharacters, sumCharacters } from '../../stages/discover/character-counts.js';
import { scoreCandidates } from '../../stages/discover/discover-words.js';
import { type EncodedCorpus, openEncoder, type TextPiece } from '../../stages/discover/encode-corpus.js';
import { packNgrams, unpackNgrams } from '../../stages/discover/ngram-rows.js';
import { type NgramTree, packTree, unpackTree } from '../../stages/discover/ngram-tree.js';
import type { Bucket } from '../../stages/discover/occurrences.js';
import {
  type BucketTree,
  bucketsOf,
  countBucket,
  type DiscoverOptions,
  describeBucket,
} from '../../stages/discover/word-candidates.js';
import { tabulateWords, type WordTable } from '../../stages/discover/word-table.js';
import type { Spill } from '../spill.js';

/** A step of a discovery; those of one kind may be taken in any order, by anybody who knows the spill. */
export type DiscoveryStep =
  /** Segments and encodes a part of the corpus. */
  | { readonly kind: 'encode'; readonly part: number; readonly pieces: readonly TextPiece[] }
  /** Counts a bucket, once all parts are encoded. */
  | { readonly kind: 'count'; readonly bucket: number; readonly parts: number }
  /** Scores a bucket, once all buckets are counted. */
  | { readonly kind: 'score'; readonly bucket: number; readonly parts: number };

/** What takes the steps of one discovery; only the last kind has something to tell that is not in the spill. */
export function discoverySteps(
  spill: Spill,
  segmenter: Segmenter,
  options: DiscoverOptions,
): (step: DiscoveryStep) => WordTable | undefined {
  const encode = openEncoder(segmenter);
  let planned: ReturnType<typeof planDiscovery> | undefined;
  return (step) => {
    if (step.kind === 'encode') {
      const corpus = encode(step.pieces);
      spill.write(`cells-${step.part}`, corpus.cells);
      spill.write(`texts-${step.part}`, corpus.textStarts);
      spill.write(`characters-${step.part}`, countCharacters(corpus));
      return undefined;
    }
    planned ??= planDiscovery(spill, step.parts, options);
    const { counts, buckets } = planned;
    if (step.kind === 'count') {
      const bucket = buckets[step.bucket] as Bucket;
      const counted = countBucket(
        partsOf(spill, step.parts),
        bucket,
        counts,
        segmenter.inDictionary,
        options,
      );
      spill.write(`ngrams-${step.bucket}`, packNgrams(counted.ngrams, options.maxLength));
      spill.write(`tree-${step.bucket}`, packTree(counted.tree));
      return undefined;
    }
    const own = {
      ngrams: unpackNgrams(spill.readNumbers(`ngrams-${step.bucket}`), options.maxLength),
      tree: treeOf(spill, step.bucket),
    };
    const candidates = describeBucket(own, treesOf(spill, buckets), counts);
    return tabulateWords(scoreCandidates(candidates, segmenter, options));
  };
}

/** The characters of a corpus whose parts are encoded, and the buckets in which it is counted. */
export function planDiscovery(spill: Spill, parts: number, options: DiscoverOptions) {
  const counts = sumCharacters(
    Array.from({ length: parts }, (_, part) => spill.readIntegers(`characters-${part}`)),
  );
  return { counts, buckets: bucketsOf(counts, options) };
}

function* partsOf(spill: Spill, parts: number): Generator<EncodedCorpus> {
  for (let part = 0; part < parts; part += 1) {
    yield {
      cells: spill.readIntegers(`cells-${part}`),
      textStarts: spill.readIntegers(`texts-${part}`),
    };
  }
}

function* treesOf(spill: Spill, buckets: readonly Bucket[]): Generator<BucketTree> {
  for (const [i, bucket] of buckets.entries()) yield { bucket, tree: treeOf(spill, i) };
}

function treeOf(spill: Spill, bucket: number): NgramTree {
  return unpackTree(spill.readIntegers(`tree-${bucket}`));
}
