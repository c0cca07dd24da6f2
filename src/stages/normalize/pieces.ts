import type { NormalizedText, OriginRun, StepCount } from '../../model/normalized-text.js';
import { codePointLength } from '../../text/code-points.js';

/** A stretch of a long text that is cleaned by itself, or the line end between two (a border, never cleaned). */
export interface Piece {
  readonly text: string;
  /** Where it begins in the whole text (code points). */
  readonly start: number;
  readonly isBorder: boolean;
}

/** A piece after cleaning. */
export interface CleanPiece {
  readonly start: number;
  readonly normalized: NormalizedText;
}

/** UTF-16 units of a piece: some thousand pages, so that no document of one author is ever cut. */
const PIECE_LENGTH = 2 ** 21;

/** Cuts a long text where a line ends after a sentence, else at any line end, else after a sentence, else anywhere. */
export function splitPieces(text: string, longest = PIECE_LENGTH): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let start = 0;
  const take = (end: number, isBorder: boolean) => {
    const piece = { text: text.slice(at, end), start, isBorder };
    pieces.push(piece);
    start += codePointLength(piece.text);
    at = end;
  };
  while (text.length - at > longest) {
    take(cutBetween(text, at + (longest >> 1), at + longest), false);
    if (text[at] === '\n') take(at + 1, true);
  }
  take(text.length, false);
  return pieces;
}

/** One text of cleaned pieces, the counts of their steps added up. */
export function joinPieces(pieces: readonly CleanPiece[]): NormalizedText {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first.normalized;
  const origins: OriginRun[] = [];
  let start = 0;
  for (const { start: origin, normalized } of pieces) {
    for (const run of normalized.origins) {
      origins.push({ ...run, start: start + run.start, origin: origin + run.origin });
    }
    start += codePointLength(normalized.text);
  }
  const text = pieces.map(({ normalized }) => normalized.text).join('');
  return { text, origins, steps: addCounts(pieces.map(({ normalized }) => normalized.steps)) };
}

/** What steps did to several texts, added up by step. */
export function addCounts(counts: readonly (readonly StepCount[])[]): StepCount[] {
  const sums = new Map<string, StepCount>();
  for (const { step, edits, removed } of counts.flat()) {
    const before = sums.get(step);
    sums.set(step, {
      step,
      edits: edits + (before?.edits ?? 0),
      removed: removed + (before?.removed ?? 0),
    });
  }
  return [...sums.values()];
}

function cutBetween(text: string, least: number, most: number): number {
  const lineEnd = Math.max(text.lastIndexOf('。\n', most - 1) + 1, text.lastIndexOf('。\r\n', most - 2) + 2);
  if (lineEnd > least) return lineEnd;
  const anyLineEnd = text.lastIndexOf('\n', most);
  if (anyLineEnd > least) return anyLineEnd;
  const sentenceEnd = text.lastIndexOf('。', most - 1) + 1;
  if (sentenceEnd > least) return sentenceEnd;
  const isWithinPair = /[\udc00-\udfff]/.test(text[most] ?? '');
  return isWithinPair ? most - 1 : most;
}
