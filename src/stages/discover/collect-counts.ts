import type { StringCounts } from '../../model/string-counts.js';
import { BOUNDARY, CODES } from './cell.js';
import type { CharacterCounts } from './character-counts.js';
import type { Ngram } from './count-ngrams.js';
import { type LevelTree, openLevelTree } from './level-tree.js';
import { entropyOf } from './neighbours.js';
import { type CountedBucket, type DiscoverOptions, mayBeNew, standsAlone } from './word-candidates.js';

/** Strings of a bucket, unless one character alone begins more: some 100 MB. */
const BUCKET_SIZE = 1_000_000;

/** What a discovery makes of strings that were counted before. */
export interface CountsCollector {
  /** Takes the next string, ordered by code point; returns the bucket that is full before it. */
  readonly add: (counts: StringCounts) => CountedBucket | undefined;
  /** The last bucket, and what was counted of characters. */
  readonly end: () => { readonly bucket: CountedBucket; readonly counts: CharacterCounts };
}

/** Collects what `countBucket` would have counted in the same texts. */
export function collectCounts(
  inDictionary: (word: string) => boolean,
  options: DiscoverOptions,
): CountsCollector {
  const { minFrequency, maxLength, profile } = options;
  const counts = {
    all: new Int32Array(CODES),
    begin: new Int32Array(CODES),
    end: new Int32Array(CODES),
    size: 0,
  };
  let from = BOUNDARY + 1;
  let tree: LevelTree = openLevelTree(maxLength - 1);
  let ngrams: Ngram[] = [];
  const close = (to: number): CountedBucket => {
    const bucket = { bucket: { from, to }, ngrams, tree: tree.finish() };
    from = to;
    tree = openLevelTree(maxLength - 1);
    ngrams = [];
    return bucket;
  };

  return {
    add: ({ text, begins, ends, left, right, ...numbers }) => {
      const codes = Int32Array.from(text, (character) => character.codePointAt(0) as number);
      const { length } = codes;
      const { frequency } = numbers;
      let full: CountedBucket | undefined;
      if (length === 0) counts.size = frequency;
      else if (length === 1) {
        const code = codes[0] as number;
        if (tree.size() + ngrams.length > BUCKET_SIZE) full = close(code);
        counts.all[code] = frequency;
        counts.begin[code] = begins;
        counts.end[code] = ends;
      }
      if (length === 0 || length > maxLength || frequency < minFrequency) return full;
      if (length < maxLength) tree.add(length, codes[length - 1] as number, frequency);
      const counted = { ...numbers, length };
      if (standsAlone(counted, profile) && mayBeNew(text, counted, inDictionary)) {
        ngrams.push({
          ...numbers,
          length,
          codes,
          leftEntropy: entropyOf(left, frequency),
          rightEntropy: entropyOf(right, frequency),
        });
      }
      return full;
    },
    end: () => ({ bucket: close(CODES), counts }),
  };
}
