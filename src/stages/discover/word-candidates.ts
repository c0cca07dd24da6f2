import type { NewWord, Profile } from '../../model/new-word.js';
import {
  beginShare,
  type CharacterCounts,
  countCharacters,
  endShare,
  sumCharacters,
} from './character-counts.js';
import { beginningFrequencies, cohesion, largestProduct } from './cohesion.js';
import { countNgrams, type Ngram, type NgramCounts } from './count-ngrams.js';
import type { EncodedCorpus } from './encode-corpus.js';
import { growTree, type NgramTree } from './ngram-tree.js';
import { isNumeral } from './numeral.js';
import { type Bucket, type CountOptions, collectOccurrences, planBuckets, rowLength } from './occurrences.js';
import { hasEdgesOfName } from './word-characters.js';

/** What a discovery looks for. */
export type DiscoverOptions = CountOptions & { readonly profile: Profile };

/** A string with its figures, before it is scored. */
export type WordCandidate = Omit<NewWord, 'pos' | 'score'>;

/** What was counted in a bucket: the strings that may be new words, and the frequencies of all that are frequent. */
export interface CountedBucket {
  readonly bucket: Bucket;
  readonly ngrams: readonly Ngram[];
  readonly tree: NgramTree;
}

/** The frequencies of a bucket: what strings of other buckets need of it. */
export type BucketTree = Pick<CountedBucket, 'bucket' | 'tree'>;

/** Alignment up to which `both`, the list made to be read, takes a string for a piece of words. */
const HALF_WORD = 1 / 3;

/** Share of guesses from which on `words` takes a string whose edges look like grammar: 均可, 曾某. */
const MOSTLY_GUESSED = 0.5;

/**
 * Share of occurrences that the dictionary alone cuts out from which on `words` takes a short string whose edges are tagged
 * as grammar: names that begin with what else counts or asks (张, 何), 监管层. Longer ones are pieces of clauses.
 */
const MOSTLY_CUT = 0.5;
const LONGEST_NAME = 3;

/** Numbers of a bucket's occurrences, four bytes each, at least and at most: its size in memory. */
const SMALL_BUCKET = 8_000_000;
const LARGE_BUCKET = 48_000_000;

/** So many buckets keep all workers busy to the end; more make each of them read the whole corpus again. */
const BUCKETS = 20;

/** The buckets in which a corpus is counted. */
export function bucketsOf(counts: CharacterCounts, options: CountOptions): Bucket[] {
  const share = Math.ceil((counts.size * rowLength(options)) / BUCKETS);
  return planBuckets(counts, options, Math.min(LARGE_BUCKET, Math.max(SMALL_BUCKET, share)));
}

/** Counts a bucket over all parts of a corpus: no numerals, no dictionary words, somewhere on the segmenter's cuts. */
export function countBucket(
  parts: Iterable<EncodedCorpus>,
  bucket: Bucket,
  counts: CharacterCounts,
  inDictionary: (word: string) => boolean,
  options: DiscoverOptions,
): CountedBucket {
  const ngrams: Ngram[] = [];
  const { addChildren, finish } = growTree();
  countNgrams(
    collectOccurrences(parts, bucket, counts, options),
    options,
    (found) => standsAlone(found, options.profile),
    (ngram) => {
      if (mayBeNew(String.fromCodePoint(...ngram.codes), ngram, inDictionary)) ngrams.push(ngram);
    },
    addChildren,
  );
  return { bucket, ngrams, tree: finish() };
}

/** The figures of the strings of a bucket; `trees` are those of all buckets, its own too, in any order. */
export function* describeBucket(
  { ngrams, tree }: Pick<CountedBucket, 'ngrams' | 'tree'>,
  trees: Iterable<BucketTree>,
  counts: CharacterCounts,
): Generator<WordCandidate> {
  const beginnings = ngrams.map(({ codes }) => beginningFrequencies(tree, codes));
  const largest = new Float64Array(ngrams.length);
  for (const { bucket, tree: other } of trees) {
    for (const [i, { codes }] of ngrams.entries()) {
      const product = largestProduct(other, bucket, codes, beginnings[i] as Float64Array);
      if (product > (largest[i] as number)) largest[i] = product;
    }
  }
  for (const [i, ngram] of ngrams.entries()) yield describe(ngram, largest[i] as number, counts);
}

/** The strings of a corpus that may be new words. */
export function* wordCandidates(
  corpus: EncodedCorpus,
  inDictionary: (word: string) => boolean,
  options: DiscoverOptions,
): Generator<WordCandidate> {
  const counts = sumCharacters([countCharacters(corpus)]);
  const counted = bucketsOf(counts, options).map((bucket) =>
    countBucket([corpus], bucket, counts, inDictionary, options),
  );
  for (const bucket of counted) yield* describeBucket(bucket, counted, counts);
}

/** Whether a string of several characters stands, often enough for a profile, where the segmenter cuts. */
function standsAlone(counts: NgramCounts, profile: Profile): boolean {
  const { length, frequency, aligned, onKnownCuts } = counts;
  if (length < 2) return false;
  if (profile === 'both') return aligned > HALF_WORD * frequency;
  if (profile === 'phrases') return aligned > 0;
  return isSegmented(counts) || (length <= LONGEST_NAME && onKnownCuts >= MOSTLY_CUT * frequency);
}

/** Whether a string is neither a number nor a word of the dictionary; one that only the dictionary cuts out has no grammar at its edges. */
function mayBeNew(word: string, counts: NgramCounts, inDictionary: (word: string) => boolean): boolean {
  return !isNumeral(word) && !inDictionary(word) && (isSegmented(counts) || hasEdgesOfName(word));
}

/** Whether a string ever stands where terms may, or is mostly guessed as one word. */
function isSegmented({ frequency, aligned, whole }: NgramCounts): boolean {
  return aligned > 0 || whole >= MOSTLY_GUESSED * frequency;
}

function describe(ngram: Ngram, largest: number, counts: CharacterCounts): WordCandidate {
  const { codes, length, frequency } = ngram;
  return {
    word: String.fromCodePoint(...codes),
    frequency,
    cases: ngram.cases,
    cohesion: cohesion(frequency, largest, counts.size),
    leftEntropy: ngram.leftEntropy,
    rightEntropy: ngram.rightEntropy,
    hmmShare: ngram.whole / frequency,
    alignment: ngram.aligned / frequency,
    knownAlignment: ngram.onKnownCuts / frequency,
    cutsInside: ngram.knownCutsInside / (frequency * (length - 1)),
    beginShare: beginShare(counts, codes[0] as number),
    endShare: endShare(counts, codes[length - 1] as number),
    length,
    inDictionary: false,
  };
}
