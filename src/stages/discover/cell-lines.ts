import { isHan } from '../../text/han.js';
import {
  BOUNDARY,
  CODE,
  KNOWN_CUT,
  LONGEST_TOKEN,
  MAY_BEGIN,
  MAY_END,
  tokenLength,
  tokenLengthBits,
} from './cell.js';
import type { EncodedCorpus } from './encode-corpus.js';

/*
 * Cells as lines that a person can read, one for each text: = begins a text, + goes on with the text before. Then come the
 * tokens, each behind a mark, and | for a run of what is not Han:
 *
 *     =6产业4扶贫|7某6村
 */
const BEGINS = '=';
const GOES_ON = '+';
const NO_HAN = 0x7c;

/** A mark is the sum of what is so of a token, from 0 to 7 … */
const GUESSED = 1;
const BEGINS_TERM = 2;
const ENDS_TERM = 4;
/** … or stands before the Han characters that a mixed token (卡拉OK) begins with: a known one, a guessed one. */
const MIXED = 8;
const MIXED_GUESSED = 9;
const ZERO = 0x30;

/** The lines of encoded texts, each with its line end. */
export function formatCells({ cells, textStarts }: EncodedCorpus): string {
  const first = textStarts[0] ?? cells.length;
  let lines = first > 1 ? `${GOES_ON}${formatStretch(cells, 1, first)}\n` : '';
  for (const [i, start] of textStarts.entries()) {
    lines += `${BEGINS}${formatStretch(cells, start, textStarts[i + 1] ?? cells.length)}\n`;
  }
  return lines;
}

function formatStretch(cells: Int32Array, from: number, to: number): string {
  // The boundary at its end goes without saying.
  const last = to > from && ((cells[to - 1] as number) & CODE) === BOUNDARY ? to - 1 : to;
  let line = '';
  for (let i = from; i < last; ) {
    if (((cells[i] as number) & CODE) === BOUNDARY) {
      line += '|';
      i += 1;
      continue;
    }
    const end = endOfToken(cells, i);
    line += markOf(cells, i, end);
    for (; i < end; i += 1) line += String.fromCodePoint((cells[i] as number) & CODE);
  }
  return line;
}

/** Where the token that begins at a cell ends; of the longest ones, which are all guessed, no cell says how long they are. */
function endOfToken(cells: Int32Array, at: number): number {
  const length = tokenLength(cells[at] as number);
  if (length > 0 && length < LONGEST_TOKEN) return at + length;
  const inside = length > 0 ? KNOWN_CUT : (cells[at] as number) & KNOWN_CUT;
  let end = at + 1;
  for (; end < cells.length; end += 1) {
    const cell = cells[end] as number;
    if ((cell & CODE) === BOUNDARY || tokenLength(cell) > 0 || (cell & KNOWN_CUT) !== inside) break;
  }
  return end;
}

function markOf(cells: Int32Array, at: number, end: number): number {
  const cell = cells[at] as number;
  if (tokenLength(cell) === 0) return cell & KNOWN_CUT ? MIXED_GUESSED : MIXED;
  return (
    (end - at > 1 && (cells[at + 1] as number) & KNOWN_CUT ? GUESSED : 0) +
    (cell & MAY_BEGIN ? BEGINS_TERM : 0) +
    ((cells[end - 1] as number) & MAY_END ? ENDS_TERM : 0)
  );
}

/** The texts of some lines; undefined when they are no such lines. */
export function parseCells(lines: string): EncodedCorpus | undefined {
  const cells = new Int32Array(lines.length + 1);
  const textStarts: number[] = [];
  let end = 0;
  const addBoundary = () => {
    if (end > 0 && ((cells[end - 1] as number) & CODE) === BOUNDARY) return;
    cells[end] = BOUNDARY | KNOWN_CUT;
    end += 1;
  };
  addBoundary();
  for (let start = 0; start < lines.length; ) {
    const lineEnd = lines.indexOf('\n', start);
    const kind = lines[start];
    if (lineEnd < 0 || (kind !== BEGINS && kind !== GOES_ON)) return undefined;
    if (kind === BEGINS) textStarts.push(end);
    for (let at = start + 1; at < lineEnd; ) {
      const mark = lines.charCodeAt(at) - ZERO;
      at += 1;
      if (mark === NO_HAN - ZERO) {
        addBoundary();
        continue;
      }
      if (mark < 0 || mark > MIXED_GUESSED) return undefined;
      const first = end;
      for (let code = lines.codePointAt(at) as number; isHan(code); code = lines.codePointAt(at) as number) {
        cells[end] = code;
        end += 1;
        at += code > 0xffff ? 2 : 1;
      }
      if (end === first) return undefined;
      writeMark(cells, mark, first, end);
    }
    addBoundary();
    start = lineEnd + 1;
  }
  return { cells: cells.slice(0, end), textStarts: Int32Array.from(textStarts) };
}

function writeMark(cells: Int32Array, mark: number, first: number, end: number): void {
  const isGuessed = mark === MIXED_GUESSED || (mark < MIXED && (mark & GUESSED) > 0);
  if (isGuessed) for (let i = first; i < end; i += 1) cells[i] = (cells[i] as number) | KNOWN_CUT;
  if (mark >= MIXED) return;
  cells[first] = (cells[first] as number) | KNOWN_CUT | tokenLengthBits(end - first);
  if (mark & BEGINS_TERM) cells[first] = (cells[first] as number) | MAY_BEGIN;
  if (mark & ENDS_TERM) cells[end - 1] = (cells[end - 1] as number) | MAY_END;
}
