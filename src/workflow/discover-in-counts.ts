import { scoreBucket, writeBucket } from '../engine/discovery-steps.js';
import { openSpillFolder, spillToFolder } from '../engine/spill.js';
import { UserError } from '../errors.js';
import type { NewWord } from '../model/new-word.js';
import type { StringCounts } from '../model/string-counts.js';
import { openWholeCheck } from '../stages/discover/check-whole.js';
import { collectCounts } from '../stages/discover/collect-counts.js';
import type { Bucket } from '../stages/discover/occurrences.js';
import { rankWords } from '../stages/discover/rank-words.js';
import type { CountedBucket } from '../stages/discover/word-candidates.js';
import { openSegmenter } from '../stages/segment/jieba.js';
import { type DiscoverFilterOptions, openChoice } from './discover-filter.js';
import { openMergedCounts } from './merge-counts.js';

/** The largest frequency that the tables of a discovery hold. */
const LARGEST = 2 ** 31 - 1;

/**
 * New words of texts whose strings were counted before, best first: those that `discoverInFiles` finds in the texts.
 * @throws UserError counts/too-short, counts/incomplete, counts/too-many, discover/no-han; those of the files
 */
export async function* discoverInCounts(
  options: Omit<DiscoverFilterOptions, 'clean' | 'workers'>,
): AsyncGenerator<NewWord> {
  const source = options.files.join(' ');
  const choose = openChoice(options);
  const { kind, strings } = await openMergedCounts(options.files);
  const { maxLength } = kind;
  if (maxLength < options.maxLength) {
    throw new UserError('counts/too-short', { source, maxLength, wanted: options.maxLength });
  }
  const incomplete = (text: string | undefined) => {
    if (text !== undefined) throw new UserError('counts/incomplete', { source, text });
  };
  const check = openWholeCheck(maxLength);
  const segmenter = openSegmenter();
  const { add, end } = collectCounts(segmenter.inDictionary, options);
  const { folder, close } = openSpillFolder();
  try {
    const spill = spillToFolder(folder);
    const buckets: Bucket[] = [];
    const keep = (counted: CountedBucket) => {
      writeBucket(spill, buckets.length, counted, options);
      buckets.push(counted.bucket);
    };
    for await (const some of strings()) {
      for (const counts of some) {
        incomplete(check.add(counts));
        requireCountable(counts, source);
        const full = add(counts);
        if (full) keep(full);
      }
    }
    incomplete(check.end());
    const { bucket, counts } = end();
    keep(bucket);
    if (counts.size === 0) throw new UserError('discover/no-han', { source });
    const tables = Array.from(buckets, (_, i) =>
      scoreBucket(spill, i, { counts, buckets }, segmenter, options),
    );
    yield* choose(rankWords(tables));
  } finally {
    close();
  }
}

function requireCountable({ text, frequency }: StringCounts, source: string): void {
  if (text === '' || frequency <= LARGEST) return;
  throw new UserError('counts/too-many', { source, text, frequency, allowed: LARGEST });
}
