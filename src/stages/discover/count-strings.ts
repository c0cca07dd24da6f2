import type { StringCounts } from '../../model/string-counts.js';
import { BOUNDARY } from './cell.js';
import type { CharacterCounts } from './character-counts.js';
import { countNgrams } from './count-ngrams.js';
import type { EncodedCorpus } from './encode-corpus.js';
import type { Neighbours } from './neighbours.js';
import { type Bucket, type CountOptions, collectOccurrences } from './occurrences.js';
import { bucketsOf } from './word-candidates.js';

/** Every string, however rare: what is rare in a part may be frequent in the whole. */
function everyString(maxLength: number): CountOptions {
  return { minFrequency: 1, maxLength };
}

/** The buckets in which all strings of a corpus are counted, ordered by code point. */
export function stringBuckets(counts: CharacterCounts, maxLength: number): Bucket[] {
  return bucketsOf(counts, everyString(maxLength));
}

/** Counts all strings of a bucket, single characters too; `found` gets them ordered by code point. */
export function countStrings(
  parts: Iterable<EncodedCorpus>,
  bucket: Bucket,
  counts: CharacterCounts,
  maxLength: number,
  found: (counts: StringCounts) => void,
): void {
  const options = everyString(maxLength);
  countNgrams(
    collectOccurrences(parts, bucket, counts, options),
    options,
    () => true,
    ({ codes, length, leftEntropy, rightEntropy, ...numbers }, left, right) => {
      const first = codes[0] as number;
      found({
        text: String.fromCodePoint(...codes),
        ...numbers,
        begins: length === 1 ? (counts.begin[first] as number) : 0,
        ends: length === 1 ? (counts.end[first] as number) : 0,
        left: inOrder(left),
        right: inOrder(right),
      });
    },
    () => 0,
  );
}

/** What is counted of all texts: how many they are, how many characters they have. */
export function countAll(counts: CharacterCounts, texts: number): StringCounts {
  const neighbours = counts.size > 0 ? [BOUNDARY, counts.size] : [];
  const none = { aligned: 0, whole: 0, onKnownCuts: 0, knownCutsInside: 0, begins: 0, ends: 0 };
  return { text: '', frequency: counts.size, cases: texts, ...none, left: neighbours, right: neighbours };
}

function inOrder({ counts, met, size }: Neighbours): number[] {
  const neighbours: number[] = [];
  for (const code of met.slice(0, size).sort()) neighbours.push(code, counts[code] as number);
  return neighbours;
}
