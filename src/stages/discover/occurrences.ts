import { BOUNDARY, CODE, KNOWN_CUT, MAY_END } from './cell.js';
import type { CharacterCounts } from './character-counts.js';
import type { EncodedCorpus } from './encode-corpus.js';

/** The strings that begin with a character of `[from, to)`: they can be counted without the others. */
export interface Bucket {
  readonly from: number;
  readonly to: number;
}

/**
 * Every place of a corpus at which a string of a bucket may begin, with all that counting wants to know of it: a row
 * of `ROW + maxLength + 1` numbers. Those of the same first character lie together, in the order of the corpus. The
 * occurrences of a corpus are those of its parts one after another, and so counting is associative.
 *
 *     0      number of the text
 *     1      code of the character before | KNOWN_CUT | MAY_BEGIN | length of the token, as in a cell
 *     2 + i  code of character i | MAY_END | KNOWN_CUT | cuts of the dictionary alone at characters 1 to i, above
 */
export interface Occurrences {
  readonly rows: Int32Array;
  readonly stride: number;
  /** The codes, and the row at which each begins; one start more than codes. */
  readonly codes: readonly number[];
  readonly starts: readonly number[];
}

/** Numbers of a row before its characters. */
export const ROW = 2;

/** Where the cuts begin that are counted in the cell of a row. */
export const CUTS_SHIFT = 20;

const OF_THE_PLACE = CODE | MAY_END | KNOWN_CUT;

/** What a string can be counted by: see `countNgrams`. */
export interface CountOptions {
  /** Occurrences in the corpus below which a string is not considered. */
  readonly minFrequency: number;
  /** Longest word in characters. */
  readonly maxLength: number;
}

/** Numbers of a row. */
export function rowLength({ maxLength }: Pick<CountOptions, 'maxLength'>): number {
  return ROW + maxLength + 1;
}

/** Cuts the strings of a corpus into buckets of at most so many numbers, unless one character alone has more. */
export function planBuckets({ all }: CharacterCounts, options: CountOptions, limit: number): Bucket[] {
  const row = rowLength(options);
  const buckets: Bucket[] = [];
  let from = BOUNDARY + 1;
  let room = limit;
  for (let code = from; code < all.length; code += 1) {
    const count = all[code] as number;
    const wanted = count < options.minFrequency ? 0 : count * row;
    if (wanted > room && code > from) {
      buckets.push({ from, to: code });
      from = code;
      room = limit;
    }
    room -= wanted;
  }
  buckets.push({ from, to: all.length });
  return buckets;
}

/** The occurrences of a bucket in all parts of a corpus; `counts` are those of the whole corpus. */
export function collectOccurrences(
  parts: Iterable<EncodedCorpus>,
  { from, to }: Bucket,
  counts: CharacterCounts,
  options: CountOptions,
): Occurrences {
  const { minFrequency, maxLength } = options;
  const stride = rowLength(options);
  const next = new Int32Array(to - from).fill(-1);
  const codes: number[] = [];
  const starts = [0];
  let size = 0;
  for (let code = from; code < to; code += 1) {
    const count = counts.all[code] as number;
    if (count < minFrequency) continue;
    next[code - from] = size * stride;
    size += count;
    codes.push(code);
    starts.push(size);
  }
  const rows = new Int32Array(size * stride);

  let text = -1;
  for (const { cells, textStarts } of parts) {
    let begun = 0;
    for (let i = 0; i < cells.length; i += 1) {
      // Several texts may begin at one place: all but the last are without Han.
      while (begun < textStarts.length && (textStarts[begun] as number) <= i) {
        begun += 1;
        text += 1;
      }
      const cell = cells[i] as number;
      const index = (cell & CODE) - from;
      if (index < 0 || index >= next.length) continue;
      const row = next[index] as number;
      if (row < 0) continue;
      next[index] = row + stride;
      rows[row] = text;
      rows[row + 1] = (cell & ~(CODE | MAY_END)) | ((cells[i - 1] as number) & CODE);
      rows[row + ROW] = cell & OF_THE_PLACE;
      let cuts = 0;
      for (let n = 1; n <= maxLength; n += 1) {
        const following = (cells[i + n] as number) & OF_THE_PLACE;
        if (following & KNOWN_CUT) cuts += 1;
        rows[row + ROW + n] = following | (cuts << CUTS_SHIFT);
        if ((following & CODE) === BOUNDARY) break;
      }
    }
  }
  return { rows, stride, codes, starts };
}
