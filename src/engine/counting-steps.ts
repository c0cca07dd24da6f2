import { formatCountLine } from '../formats/count-lines.js';
import type { Segmenter } from '../model/token.js';
import { countStrings, stringBuckets } from '../stages/discover/count-strings.js';
import { openEncoder, type TextPiece } from '../stages/discover/encode-corpus.js';
import type { Bucket } from '../stages/discover/occurrences.js';
import { charactersOf, partsOf, writePart } from './discovery-steps.js';
import { type Spill, spillText } from './spill.js';

/** A step of counting all strings; those of one kind may be taken in any order, by anybody who knows the folder. */
export type CountingStep =
  /** Segments and encodes a part of the corpus. */
  | { readonly kind: 'encode'; readonly part: number; readonly pieces: readonly TextPiece[] }
  /** Counts a bucket, once all parts are encoded, and leaves its lines in a file. */
  | { readonly kind: 'count'; readonly bucket: number; readonly parts: number };

/** What takes the steps of one count; the folder is that of the spill. */
export function countingSteps(
  folder: string,
  spill: Spill,
  segmenter: Pick<Segmenter, 'tag'>,
  maxLength: number,
): (step: CountingStep) => void {
  const encode = openEncoder(segmenter);
  let planned: ReturnType<typeof planCounting> | undefined;
  return (step) => {
    if (step.kind === 'encode') return writePart(spill, step.part, encode(step.pieces));
    planned ??= planCounting(spill, step.parts, maxLength);
    const { counts, buckets } = planned;
    const text = spillText(folder, linesName(step.bucket));
    countStrings(partsOf(spill, step.parts), buckets[step.bucket] as Bucket, counts, maxLength, (string) =>
      text.add(`${formatCountLine(string)}\n`),
    );
    text.close();
  };
}

/** The file of a bucket's lines. */
export function linesName(bucket: number): string {
  return `lines-${bucket}`;
}

/** The characters of a corpus whose parts are encoded, and the buckets in which all its strings are counted. */
export function planCounting(spill: Spill, parts: number, maxLength: number) {
  const counts = charactersOf(spill, parts);
  return { counts, buckets: stringBuckets(counts, maxLength) };
}
