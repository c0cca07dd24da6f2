import { UserError } from '../errors.js';
import type { Segmenter } from '../model/token.js';
import { type ByteRange, readRange } from '../sources/file-chunks.js';
import { parseCells } from '../stages/discover/cell-lines.js';
import { type CharacterCounts, countCharacters, sumCharacters } from '../stages/discover/character-counts.js';
import { scoreCandidates } from '../stages/discover/discover-words.js';
import { type EncodedCorpus, openEncoder, type TextPiece } from '../stages/discover/encode-corpus.js';
import { packNgrams, unpackNgrams } from '../stages/discover/ngram-rows.js';
import { type NgramTree, packTree, unpackTree } from '../stages/discover/ngram-tree.js';
import type { Bucket } from '../stages/discover/occurrences.js';
import {
  type BucketTree,
  bucketsOf,
  type CountedBucket,
  countBucket,
  type DiscoverOptions,
  describeBucket,
} from '../stages/discover/word-candidates.js';
import { tabulateWords, type WordTable } from '../stages/discover/word-table.js';
import type { Spill } from './spill.js';

/** Something of a corpus: pieces of texts that are to be segmented, or lines of a file in which segmented texts stand. */
export type CorpusBatch =
  | { readonly kind: 'encode'; readonly pieces: readonly TextPiece[] }
  | ({ readonly kind: 'unpack' } & LinesOfFile);

/** Whole lines of a file, as `formatCells` writes them, from one byte up to, and without, another. */
export interface LinesOfFile extends ByteRange {
  readonly path: string;
}

/** A step of a discovery; those of one kind may be taken in any order, by anybody who knows the spill. */
export type DiscoveryStep =
  /** Leaves a part of the corpus in the spill. */
  | (CorpusBatch & { readonly part: number })
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
    if (step.kind === 'encode' || step.kind === 'unpack') {
      writePart(spill, step.part, step.kind === 'encode' ? encode(step.pieces) : readCells(step));
      return undefined;
    }
    planned ??= planDiscovery(spill, step.parts, options);
    const { counts, buckets } = planned;
    if (step.kind === 'count') {
      const counted = countBucket(
        partsOf(spill, step.parts),
        buckets[step.bucket] as Bucket,
        counts,
        segmenter.inDictionary,
        options,
      );
      writeBucket(spill, step.bucket, counted, options);
      return undefined;
    }
    return scoreBucket(spill, step.bucket, planned, segmenter, options);
  };
}

function readCells({ path, ...range }: LinesOfFile): EncodedCorpus {
  const cells = parseCells(readRange(path, range).toString('utf8'));
  if (!cells) throw new UserError('parts/altered', { path });
  return cells;
}

/** Leaves a part of a corpus in the spill. */
function writePart(spill: Spill, part: number, corpus: EncodedCorpus): void {
  spill.write(`cells-${part}`, corpus.cells);
  spill.write(`texts-${part}`, corpus.textStarts);
  spill.write(`characters-${part}`, countCharacters(corpus));
}

/** Leaves what was counted of a bucket in the spill. */
function writeBucket(
  spill: Spill,
  bucket: number,
  { ngrams, tree }: CountedBucket,
  { maxLength }: DiscoverOptions,
): void {
  spill.write(`ngrams-${bucket}`, packNgrams(ngrams, maxLength));
  spill.write(`tree-${bucket}`, packTree(tree));
}

/** The words of a bucket, once all buckets lie in the spill. */
function scoreBucket(
  spill: Spill,
  bucket: number,
  { counts, buckets }: ReturnType<typeof planDiscovery>,
  segmenter: Segmenter,
  options: DiscoverOptions,
): WordTable {
  const own = {
    ngrams: unpackNgrams(spill.readNumbers(`ngrams-${bucket}`), options.maxLength),
    tree: treeOf(spill, bucket),
  };
  const candidates = describeBucket(own, treesOf(spill, buckets), counts);
  return tabulateWords(scoreCandidates(candidates, segmenter, options));
}

/** The characters of a corpus whose parts are encoded, and the buckets in which it is counted. */
export function planDiscovery(spill: Spill, parts: number, options: DiscoverOptions) {
  const counts = charactersOf(spill, parts);
  return { counts, buckets: bucketsOf(counts, options) };
}

/** The characters of a corpus whose parts are encoded. */
function charactersOf(spill: Spill, parts: number): CharacterCounts {
  return sumCharacters(Array.from({ length: parts }, (_, part) => spill.readIntegers(`characters-${part}`)));
}

/** The parts of a corpus, one after another. */
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
