import { pushAll } from '../../text/many.js';
import { arePieces, type Line } from './lines.js';
import type { Tears } from './tears.js';

/** A number alone on its line that may be a page; 2020 is rather a year. */
const NUMBER = /^(?!(?:19|20)\d\d$)(?:\d{1,4}|\d{1,4}\s?\/\s?\d{1,4})$/;
const SET_OFF_NUMBER =
  /^(?:[-－—–―·•.]\s?\d{1,4}\s?[-－—–―·•.]|第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?)$/;
const FEWEST_COUNTED = 2;

/** Whether a line is a number that may be that of a page. */
export function isNumber({ text, isHeading }: Line): boolean {
  return !isHeading && (NUMBER.test(text) || SET_OFF_NUMBER.test(text));
}

/**
 * The numbers of pages: those set off by marks, and plain ones within a torn sentence, beside a running head or counting
 * the pages at their edges. Where all count upwards, one that is a page makes the others pages.
 */
export function findPageNumbers(
  lines: readonly Line[],
  edges: ReadonlySet<Line>,
  heads: ReadonlySet<Line>,
  tears: Tears,
): Set<Line> {
  const isBeside = (at: number) => [at - 1, at + 1].some((beside) => heads.has(lines[beside] as Line));
  const plain: Line[] = [];
  const pages: Line[] = [];
  for (const [at, line] of lines.entries()) {
    if (!isNumber(line) || isPiece(lines[at - 1], line, lines[at + 1])) continue;
    if (NUMBER.test(line.text)) plain.push(line);
    if (!NUMBER.test(line.text) || isBeside(at)) pages.push(line);
  }
  pushAll(pages, numbersWithinSentences(lines, plain, heads, tears));
  pushAll(pages, numbersOfPages(lines, plain, edges));
  const found = new Set(pages);
  const countUp = plain.every((line, at) => at === 0 || numberOf(line) > numberOf(plain[at - 1] as Line));
  return countUp && plain.some((line) => found.has(line)) ? new Set([...pages, ...plain]) : found;
}

/** Whether a line belongs to a sentence by the marks around it, as the 2 of a note mark set apart does. */
function isPiece(before: Line | undefined, line: Line, after: Line | undefined): boolean {
  return (before !== undefined && arePieces(before, line)) || (after !== undefined && arePieces(line, after));
}

function numberOf({ text }: Line): number {
  return Number.parseInt(text, 10);
}

function numbersWithinSentences(
  lines: readonly Line[],
  plain: readonly Line[],
  heads: ReadonlySet<Line>,
  tears: Tears,
): Line[] {
  const isPlain = new Set(plain);
  const within: Line[] = [];
  let before: Line | undefined;
  let between: Line[] = [];
  for (const line of lines) {
    if (isPlain.has(line)) between.push(line);
    else if (!heads.has(line) && !isNumber(line)) {
      if (between.length > 0 && tears.isTorn(before, line, 'page')) pushAll(within, between);
      between = [];
      before = line;
    }
  }
  return within;
}

/** Numbers at the edges of pages that differ from the count of the pages by the same number, most of them. */
function numbersOfPages(lines: readonly Line[], plain: readonly Line[], edges: ReadonlySet<Line>): Line[] {
  const isPlain = new Set(plain);
  const byDifference = new Map<number, Line[]>();
  let page = 0;
  let count = 0;
  for (const line of lines) {
    if (line.afterPageBreak) page += 1;
    if (!isPlain.has(line) || !edges.has(line)) continue;
    count += 1;
    const difference = numberOf(line) - page;
    const same = byDifference.get(difference);
    if (same === undefined) byDifference.set(difference, [line]);
    else same.push(line);
  }
  const counted = [...byDifference.values()].find((same) => same.length * 2 > count) ?? [];
  return counted.length < FEWEST_COUNTED ? [] : counted;
}
