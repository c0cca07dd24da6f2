import { isFloat } from './floats.js';
import { type HeadKey, hasNumberBeside, headOf, isIssue, isMisread } from './head-keys.js';
import { hasChapterMark, hasClauses, type Line } from './lines.js';
import { areHeadings, FEWEST_PAGES, fewestAtEdges, findTornStarts } from './page-edges.js';
import { type PageLayout, TOLERANCE } from './page-layout.js';
import { isNumber } from './page-numbers.js';
import type { Pages } from './pages.js';
import { isSaid } from './said-again.js';
import type { Tears } from './tears.js';

/** So long a head is known even where it is misread; a shorter one may be another line. */
const LONG_HEAD = 8;
/** So many lines of figures and heads may be between two halves of a sentence. */
const FARTHEST = 40;
/** A running head seen once is rather a name than a title. */
const LONGEST_BARE = 16;
/** Log odds of running heads in unwrapped text, by what is around them. */
const LEAST_TORN = 1;
const LEAST_ODDS = 3;
const MOST_ODDS = 5;
const BETWEEN_PARAGRAPHS = 0.7;
const SIGN = 2;
/** No more heads than these are on one side of a head in unwrapped text; in wrapped text a refrain has as many. */
const MOST_HEADS = 2;
/** A line that may be a running head, and whether it is within a sentence. */
interface Occurrence {
  readonly line: Line;
  readonly at: number;
  readonly isTorn: boolean;
  readonly isCertain: boolean;
  /** Log odds that a sentence is torn around it; null where the text before it is whole. */
  readonly odds: number | null;
  readonly isAtEdge: boolean;
}

/**
 * The running heads: lines that come again, also misread, where sentences are torn or at the edges of pages that sentences
 * run over; and headings within a sentence, where no heading can be. What is said again is none.
 */
export function findRunningHeads(
  lines: readonly Line[],
  pages: Pages,
  layout: PageLayout | null,
  tears: Tears,
): Set<Line> {
  const places = findPlaces(lines);
  const read = openOccurrences(lines, places, pages.edges, layout, tears);
  const torn = findTornStarts(lines, pages, places, tears);
  const fewest = fewestAtEdges(lines, pages, layout, torn);
  const title = lines[0] === undefined ? null : headOf(lines[0]);
  const heads = new Set<Line>();
  const keys: HeadKey[] = [];
  const others: [HeadKey, readonly number[]][] = [];
  for (const [key, same] of places) {
    if (same.length > 1 && isSaid(lines, key, same, () => tearSentences(same.map(read)))) continue;
    const found = same.length > 1 ? headsAmong(key, same.map(read)) : [];
    if (found.length > 0) keys.push(key);
    else others.push([key, same]);
    for (const occurrence of found) {
      if (occurrence.at !== same[0] || !isOwnHeading(occurrence)) heads.add(occurrence.line);
    }
  }
  for (const [key, same] of others) {
    const isVariant = keys.some((head) => isMisread(head, key));
    for (const at of same) {
      const line = lines[at] as Line;
      const isOdd = layout === null && isBareHeading(line);
      if (!isVariant && !isOdd) continue;
      const { isTorn, isAtEdge, isCertain } = read(at);
      const isAtBorder = isTorn || isAtEdge || line.isHeading || key.length >= LONG_HEAD;
      if (isVariant ? isAtBorder && !isOwnHeading(read(at)) : isTorn && isCertain) heads.add(line);
    }
  }
  return heads;

  function headsAmong(key: HeadKey, same: readonly Occurrence[]): readonly Occurrence[] {
    const isTitle = title !== null && key.endsWith(title);
    if (isHeadWithinSentences(lines, same, layout, isTitle)) return same;
    const atBorders = same.filter(({ isAtEdge, isTorn }) => isAtEdge || (isTorn && layout === null));
    return atBorders.length >= fewest && !areHeadings(lines, pages, torn, atBorders) ? atBorders : [];
  }
}

/** Whether lines are at the edges of pages, and within a sentence at half of them at least, as no question is. */
function tearSentences(same: readonly Occurrence[]): boolean {
  const torn = same.filter(({ isTorn, isCertain }) => isTorn && isCertain);
  const areAtEdges = same.every(({ isAtEdge }) => isAtEdge);
  return same.length >= FEWEST_PAGES && areAtEdges && torn.length * 2 >= same.length;
}

/** Where the lines are that may be running heads, by what they share. */
function findPlaces(lines: readonly Line[]): Map<HeadKey, readonly number[]> {
  const places = new Map<HeadKey, number[]>();
  for (const [at, line] of lines.entries()) {
    const key = isNumber(line) || isRowAmongRows(lines, at) ? null : headOf(line);
    if (key === null) continue;
    const same = places.get(key);
    if (same === undefined) places.set(key, [at]);
    else same.push(at);
  }
  return places;
}

/** Tells of a line that may be a head what is around it, beyond other heads, numbers and figures. */
function openOccurrences(
  lines: readonly Line[],
  places: ReadonlyMap<HeadKey, readonly number[]>,
  edges: ReadonlySet<Line>,
  layout: PageLayout | null,
  tears: Tears,
): (at: number) => Occurrence {
  const comingAgain = new Set([...places.values()].filter((same) => same.length > 1).flat());
  const isAside = (at: number) => {
    const line = lines[at] as Line;
    return comingAgain.has(at) || isNumber(line) || isIssue(line) || (layout === null && isFloat(line));
  };
  const mostHeads = layout === null ? MOST_HEADS : 0;
  // More lines that come again one after the other are said again: a refrain, a form.
  const textBeside = (from: number, step: 1 | -1): Line | undefined => {
    let at = from + step;
    let again = 0;
    while (lines[at] !== undefined && Math.abs(at - from) < FARTHEST && isAside(at)) {
      if (comingAgain.has(at) && !isNumber(lines[at] as Line)) again += 1;
      at += step;
    }
    return again > mostHeads ? undefined : lines[at];
  };
  return (at) => {
    const line = lines[at] as Line;
    const [before, next] = [textBeside(at, -1), textBeside(at, 1)];
    const odds = tears.oddsOf(before, next);
    const isTorn = odds !== null && odds >= LEAST_TORN;
    const isCertain = tears.isCertain(before, next);
    return { line, at, isTorn, isCertain, odds, isAtEdge: edges.has(line) };
  };
}

/** Lines that come again, with or without a page number, mostly where a sentence has broken off. */
function isHeadWithinSentences(
  lines: readonly Line[],
  same: readonly Occurrence[],
  layout: PageLayout | null,
  isTitle: boolean,
): boolean {
  if (layout === null) return same.length > 1 && weighHeads(lines, same, isTitle) >= LEAST_ODDS;
  const torn = same.filter(({ isTorn }) => isTorn).length;
  // A line of running text may well come again, and then fills its column.
  const isFull = (same[0]?.line.width ?? 0) > layout.column - 2 * TOLERANCE;
  if (isFull && !same.every((occurrence) => occurrence.isAtEdge || isNumbered(lines, occurrence)))
    return false;
  return same.length >= (isFull ? 3 : 2) && torn * 2 >= same.length;
}

/**
 * Log odds that lines of unwrapped text are running heads. Half of the heads stand within a sentence; another line that
 * comes again stands there as seldom as paragraphs end without a mark. A heading, a number beside and the title of the text speak for a head.
 */
function weighHeads(lines: readonly Line[], same: readonly Occurrence[], isTitle: boolean): number {
  const areHeadings = same.every(({ line }) => line.isHeading);
  const areNumbered = same.every((occurrence) => isNumbered(lines, occurrence));
  const torn = same.reduce((sum, { odds }) => {
    if (odds === null) return sum - BETWEEN_PARAGRAPHS;
    return sum + Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds));
  }, 0);
  const isAnyTorn = same.some(({ isTorn }) => isTorn);
  if (!isAnyTorn) return Number.NEGATIVE_INFINITY;
  return torn + [areHeadings, areNumbered, isTitle].filter(Boolean).length * SIGN;
}

/** Whether the number of a page or an issue is beside a line, or on the next one. */
function isNumbered(lines: readonly Line[], { line, at }: Occurrence): boolean {
  const beside = [lines[at - 1], lines[at + 1]];
  return (
    hasNumberBeside(line) ||
    beside.some((other) => other !== undefined && (isNumber(other) || isIssue(other)))
  );
}

/** Whether the first of the lines is the heading or title itself, that the heads repeat. */
function isOwnHeading({ line, at, isTorn }: Occurrence): boolean {
  if (isTorn || hasNumberBeside(line)) return false;
  return at === 0 || hasChapterMark(line);
}

/** Whether a heading has neither number nor clauses, as those have which an author writes where a sentence cannot end. */
function isBareHeading(line: Line): boolean {
  return line.isHeading && line.text.length <= LONGEST_BARE && !/^\d/.test(line.text) && !hasClauses(line);
}

function isRowAmongRows(lines: readonly Line[], at: number): boolean {
  return [at, at + 1].every((row) => lines[row]?.text.includes('\t'));
}
