import type { Edit } from '../../text/edits.js';
import { pushAll } from '../../text/many.js';
import { joint } from './join-lines.js';
import { arePieces, endsSentence, isTornApart, type Line, readLines } from './lines.js';
import { detectLayout, type PageLayout, TOLERANCE } from './page-layout.js';

/** A number alone on its line that may be a page; 2020 is rather a year. */
const NUMBER = /^(?!(?:19|20)\d\d$)\d{1,4}$/;
const SET_OFF_NUMBER =
  /^(?:[-－—–―·•.]\s?\d{1,4}\s?[-－—–―·•.]|第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?|\d{1,4}\s?\/\s?\d{1,4})$/;
const NUMBER_BESIDE_HEAD =
  /^[-－—–―·•.]?\s?\d{1,4}\s?[-－—–―·•.]?\s+(?=\D)|(?<=\D)\s+[-－—–―·•.]?\s?\d{1,4}\s?[-－—–―·•.]?$/g;
const LONGEST_HEAD = 40;
const SHORTEST_HEAD = 4;
const FEWEST_PAGES = 3;

/** Running heads and page numbers vanish, and the halves of a sentence that they tore apart come together. */
export function dropPageFurniture(text: string): Edit[] {
  const lines = readLines(text);
  const layout = detectLayout(lines);
  const numbers = lines.filter((line, at) => isNumber(line) && !isPiece(lines[at - 1], line, lines[at + 1]));
  const heads = runningHeads(
    lines.filter((line) => !isNumber(line)),
    layout,
  );
  const edges = pageEdges(lines);
  const furniture = new Set([
    ...heads,
    ...pageNumbers(lines, numbers, heads, layout),
    ...numbers.filter((line) => edges.has(line)),
    ...headsAtEdges(edges),
  ]);
  return dropLines(lines, furniture, layout);
}

function isNumber({ text }: Line): boolean {
  return NUMBER.test(text) || SET_OFF_NUMBER.test(text);
}

/** Whether a line belongs to a sentence by the marks around it, as the 2 of a note mark set apart does. */
function isPiece(before: Line | undefined, line: Line, after: Line | undefined): boolean {
  return (before !== undefined && arePieces(before, line)) || (after !== undefined && arePieces(line, after));
}

/** The lines at the head and foot of every page, where form feeds tell the pages. */
function pageEdges(lines: readonly Line[]): Set<Line> {
  const edges = new Set<Line>();
  if (lines.filter((line) => line.afterPageBreak).length + 1 < FEWEST_PAGES) return edges;
  for (const [at, line] of lines.entries()) {
    const isHead = [at, at - 1].some((first) => first <= 0 || lines[first]?.afterPageBreak);
    const isFoot = [at + 1, at + 2].some((next) => next >= lines.length || lines[next]?.afterPageBreak);
    if (isHead || isFoot) edges.add(line);
  }
  return edges;
}

/** What comes again at the edges of pages is a running head, whether a sentence goes on there or not. */
function headsAtEdges(edges: ReadonlySet<Line>): Line[] {
  const occurrences = new Map<string, Line[]>();
  for (const line of edges) {
    const head = headOf(line);
    if (head !== null) occurrences.set(head, [...(occurrences.get(head) ?? []), line]);
  }
  return [...occurrences.values()].filter((same) => same.length >= FEWEST_PAGES).flat();
}

/** Numbers are pages when set off, when counting upwards through the document, or within a sentence. */
function pageNumbers(
  lines: readonly Line[],
  numbers: readonly Line[],
  heads: ReadonlySet<Line>,
  layout: PageLayout | null,
): Line[] {
  const plain = numbers.filter(({ text }) => NUMBER.test(text));
  const countUp = plain.every(({ text }, at) => at === 0 || Number(text) > Number(plain[at - 1]?.text));
  const arePages = countUp && (layout !== null || plain.length >= FEWEST_PAGES);
  if (arePages) return [...numbers];
  const isPlain = new Set(plain);
  const pages = numbers.filter((number) => !isPlain.has(number));
  let before: Line | undefined;
  let between: Line[] = [];
  for (const line of lines) {
    if (isPlain.has(line)) between.push(line);
    else if (!heads.has(line) && !isNumber(line)) {
      if (isTornApart(before, line, layout !== null)) pushAll(pages, between);
      between = [];
      before = line;
    }
  }
  return pages;
}

/** Short lines that come again, with or without a page number, mostly where a sentence has broken off. */
function runningHeads(lines: readonly Line[], layout: PageLayout | null): Set<Line> {
  const occurrences = new Map<string, { line: Line; at: number; isWithinSentence: boolean }[]>();
  for (const [at, line] of lines.entries()) {
    const head = headOf(line);
    if (head === null) continue;
    const isWithinSentence = isTornApart(lines[at - 1], lines[at + 1], layout !== null);
    const earlier = occurrences.get(head);
    if (earlier === undefined) occurrences.set(head, [{ line, at, isWithinSentence }]);
    else earlier.push({ line, at, isWithinSentence });
  }
  const heads = [...occurrences.values()].filter((same) => {
    // A line of running text may well come twice, and then fills its column.
    const isFull = layout !== null && (same[0]?.line.width ?? 0) > layout.column - 2 * TOLERANCE;
    if (isFull && [-1, 1].some((beside) => comesAgain(same.map(({ at }) => lines[at + beside]?.text)))) {
      return false;
    }
    const within = same.filter(({ isWithinSentence }) => isWithinSentence).length;
    return same.length >= (isFull ? 3 : 2) && within * 2 >= same.length;
  });
  return new Set(heads.flat().map(({ line }) => line));
}

/** Whether the same line stands beside two occurrences, as in a paragraph that is repeated word for word. */
function comesAgain(texts: readonly (string | undefined)[]): boolean {
  return new Set(texts).size < texts.length;
}

/** What all occurrences of a running head share; null for a line that can be none. */
function headOf(line: Line): string | null {
  if (line.text.length > LONGEST_HEAD || endsSentence(line)) return null;
  const head = line.text.replaceAll(NUMBER_BESIDE_HEAD, '').replaceAll(/\s+/g, '');
  return head.length < SHORTEST_HEAD ? null : head;
}

/** The edits that take lines out; a hard-wrapped text is left as if they had not been, for its lines to join. */
function dropLines(lines: readonly Line[], dropped: ReadonlySet<Line>, layout: PageLayout | null): Edit[] {
  const lineEnd = layout?.blankLinesAreSpacing ? '\n\n' : '\n';
  const edits: Edit[] = [];
  let before: Line | undefined;
  let isGap = false;
  let endsPage = false;
  for (const line of lines) {
    endsPage ||= line.afterPageBreak;
    if (dropped.has(line)) {
      isGap = true;
      continue;
    }
    if (isGap) {
      const isJoint = layout === null && before !== undefined && isTornApart(before, line, endsPage);
      if (before === undefined) edits.push({ start: 0, end: line.start, replacement: '' });
      else if (isJoint && !line.indented) edits.push(joint(before, line));
      else edits.push({ start: before.end, end: line.start, replacement: lineEnd });
    }
    before = line;
    isGap = false;
    endsPage = false;
  }
  const last = lines.at(-1);
  if (isGap && last !== undefined) edits.push({ start: before?.end ?? 0, end: last.end, replacement: '' });
  return edits;
}
