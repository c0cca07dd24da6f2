import { BOUNDARY, CODE, CODES, tokenLength } from './cell.js';
import type { EncodedCorpus } from './encode-corpus.js';

/** How often each character stands in a corpus, and how often it begins and ends a word of several; by code point. */
export interface CharacterCounts {
  readonly all: Int32Array;
  readonly begin: Int32Array;
  readonly end: Int32Array;
  /** Number of Han characters. */
  readonly size: number;
}

/** Numbers in a row of `countCharacters`. */
const COLUMNS = 4;

/** Counts the characters of a part: rows of code point, occurrences, words begun, words ended. */
export function countCharacters({ cells }: EncodedCorpus): Int32Array {
  const all = new Int32Array(CODES);
  const begin = new Int32Array(CODES);
  const end = new Int32Array(CODES);
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] as number;
    const code = cell & CODE;
    const length = tokenLength(cell);
    all[code] = (all[code] as number) + 1;
    if (length < 2) continue;
    const last = (cells[i + length - 1] as number) & CODE;
    begin[code] = (begin[code] as number) + 1;
    end[last] = (end[last] as number) + 1;
  }
  const rows: number[] = [];
  for (let code = BOUNDARY + 1; code < CODES; code += 1) {
    if (all[code]) rows.push(code, all[code] as number, begin[code] as number, end[code] as number);
  }
  return Int32Array.from(rows);
}

/** The counts of a corpus from those of its parts, in any order. */
export function sumCharacters(parts: Iterable<Int32Array>): CharacterCounts {
  const all = new Int32Array(CODES);
  const begin = new Int32Array(CODES);
  const end = new Int32Array(CODES);
  let size = 0;
  for (const rows of parts) {
    for (let row = 0; row < rows.length; row += COLUMNS) {
      const code = rows[row] as number;
      all[code] = (all[code] as number) + (rows[row + 1] as number);
      begin[code] = (begin[code] as number) + (rows[row + 2] as number);
      end[code] = (end[code] as number) + (rows[row + 3] as number);
      size += rows[row + 1] as number;
    }
  }
  return { all, begin, end, size };
}

/** How often a character begins words of several characters; one of three is the guess before any is seen. */
export function beginShare({ all, begin }: CharacterCounts, code: number): number {
  return ((begin[code] as number) + 1) / ((all[code] as number) + 3);
}

/** How often a character ends words of several characters. */
export function endShare({ all, end }: CharacterCounts, code: number): number {
  return ((end[code] as number) + 1) / ((all[code] as number) + 3);
}
