import type { NormalizedText } from '../../model/normalized-text.js';
import { type OffsetMap, offsetMap } from '../../text/code-points.js';
import { applyEdits, type Edit } from '../../text/edits.js';
import { HAN } from '../../text/han.js';
import { cutOrigins } from '../../text/origins.js';
import { isCaption, isFloat, isRow } from './floats.js';
import { joint } from './join-lines.js';
import {
  arePieces,
  endsSentence,
  hasChapterMark,
  hasClauses,
  hasNumberMark,
  type Line,
  readLines,
} from './lines.js';
import { detectLayout, type PageLayout, TOLERANCE } from './page-layout.js';
import type { SetApart } from './set-apart.js';
import { openTears, type Tears } from './tears.js';

const FOOTNOTE = /^(?:[①-⑳]|[⁰¹²³⁴-⁹]{1,3}|[＊*†‡]|注[：:]|\[\d{1,2}\]|［\d{1,2}］)\s*\S/;
/** A caption behind the text that it tore, set apart from it by its number and its wide blanks. */
const CAPTION_BEHIND = new RegExp(
  `(?<=[${HAN}，、])[图表] ?\\d{1,2}(?:[-–.．]\\d{1,2})? {2,}[^，。；]+$`,
  'u',
);
const OPEN_END = new RegExp(`[${HAN}\\d，、]$`, 'u');
/** A sentence goes on with text, never with an item or another caption. */
const FRESH_START = /^(?:[（(]\d+[）)]|[-•●■◆*·] |[①-⑳图表])/;
const LONGEST_FOOTNOTE = 6;
const LONGEST_FIGURE = 80;

/** Footnotes that the end of a page put into a sentence are set apart; all others stay where they are. */
export function setFootnotesApart(text: string, normalized: NormalizedText): SetApart[] {
  const endOf = (lines: readonly Line[], at: number) => {
    if (!FOOTNOTE.test(lines[at]?.text ?? '')) return null;
    let end = at;
    while (lines[end] !== undefined && !endsSentence(lines[end] as Line)) end += 1;
    while (FOOTNOTE.test(lines[end + 1]?.text ?? '') && endsSentence(lines[end + 1] as Line)) end += 1;
    return end - at < LONGEST_FOOTNOTE ? end + 1 : null;
  };
  return setApart(text, normalized, endOf, (line, next) =>
    FOOTNOTE.test(next.text) ? lineEnd(line, next, '\n') : joint(line, next),
  );
}

/**
 * Captions that tore a sentence apart are set apart, with the labels of their figure on one line like the cells
 * of a row, for the words of neighbours do not belong together, or with the rows of their table.
 */
export function setCaptionsApart(text: string, normalized: NormalizedText): SetApart[] {
  const endOf = (lines: readonly Line[], at: number, layout: PageLayout | null) => {
    const first = lines[at] as Line;
    if (layout === null) {
      // A row behind a row begins nothing, so that the lines of a long table are read once.
      const begins = (isCaption(first, false) || isRow(first)) && !isRow(lines[at - 1] as Line);
      return begins ? endOfFloat(lines, at) : null;
    }
    return isCaption(first, true) ? endOfFigure(lines, at) : null;
  };
  return setApart(text, normalized, endOf, (line, next, layout) =>
    lineEnd(line, next, layout === null || isRow(line) || isRow(next) ? '\n' : '\t'),
  );
}

/** Takes out the blocks that `endOf` knows (their end, by their first line) where they stand within a sentence. */
function setApart(
  text: string,
  normalized: NormalizedText,
  endOf: (lines: readonly Line[], at: number, layout: PageLayout | null) => number | null,
  between: (line: Line, next: Line, layout: PageLayout | null) => Edit,
): SetApart[] {
  const lines = splitCaptions(readLines(text));
  const layout = detectLayout(lines);
  const tears = openTears(text, lines, layout);
  const offsets = offsetMap(text);
  const edits: SetApart[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const before = lines[at - 1] as Line;
    if (!stopsShort(before)) continue;
    const end = endOf(lines, at, layout);
    if (end === null) continue;
    const [last, next] = [lines[end - 1] as Line, lines[end]];
    if (next === undefined || !goesOn(before, next, layout, tears)) continue;
    edits.push({
      start: before.end,
      end: next.start,
      replacement: lineEndOf(layout) ?? joint(before, next).replacement,
      blockEnd: last.end,
      block: blockOf(normalized, offsets, lines.slice(at, end), (line, after) =>
        between(line, after, layout),
      ),
    });
    at = end;
  }
  return edits;
}

function blockOf(
  { text, origins }: NormalizedText,
  offsets: OffsetMap,
  lines: readonly Line[],
  between: (line: Line, next: Line) => Edit,
): NormalizedText {
  const start = lines[0]?.start ?? 0;
  const end = lines.at(-1)?.end ?? start;
  const block = {
    text: text.slice(offsets.toUtf16(start), offsets.toUtf16(end)),
    origins: cutOrigins(origins, { start, end }),
    steps: [],
  };
  const edits = lines.slice(1).map((next, at) => {
    const edit = between(lines[at] as Line, next);
    return { ...edit, start: edit.start - start, end: edit.end - start };
  });
  return { ...applyEdits(block, edits, ''), steps: [] };
}

function lineEnd(line: Line, next: Line, replacement: string): Edit {
  return { start: line.end, end: next.start, replacement };
}

/** What the lines of a hard-wrapped text are parted by, for them to join later; null for other texts. */
function lineEndOf(layout: PageLayout | null): string | null {
  if (layout === null) return null;
  return layout.blankLinesAreSpacing ? '\n\n' : '\n';
}

/** A line whose end is a caption counts as two. */
function splitCaptions(lines: readonly Line[]): readonly Line[] {
  const split = lines.flatMap((line) => {
    const mayEndIn = !line.isHeading && line.text.includes('  ');
    const caption = mayEndIn ? CAPTION_BEHIND.exec(line.text) : null;
    if (caption === null) return [line];
    const head = line.text.slice(0, caption.index).trimEnd();
    const at = line.start + [...line.text.slice(0, caption.index)].length;
    const end = line.start + [...head].length;
    // What is left fills the column, for the sentence ran to its edge.
    return [
      { ...line, text: head, end },
      {
        ...line,
        text: caption[0],
        start: at,
        lead: 0,
        afterBlankLine: false,
        afterPageBreak: false,
        indented: false,
      },
    ];
  });
  return split.length === lines.length ? lines : split;
}

function endOfFigure(lines: readonly Line[], at: number): number | null {
  for (let end = at + 1; end < lines.length && end - at <= LONGEST_FIGURE; end += 1) {
    const line = lines[end] as Line;
    if (hasClauses(line) || endsSentence(line)) return end;
    if (hasChapterMark(line) || hasNumberMark(line)) return null;
  }
  return null;
}

/** The end of the captions, rows, units and notes that belong together in unwrapped text. */
function endOfFloat(lines: readonly Line[], at: number): number {
  let end = at + 1;
  while (lines[end] !== undefined && isFloat(lines[end] as Line)) end += 1;
  return end;
}

/** Whether a sentence may stop at the end of a line: text behind which no mark stands. */
function stopsShort(line: Line): boolean {
  const isInsertion = FOOTNOTE.test(line.text) || isCaption(line, true);
  return (
    !line.isHeading &&
    OPEN_END.test(line.text) &&
    !endsSentence(line) &&
    !hasChapterMark(line) &&
    !isInsertion
  );
}

/** Whether a sentence that stopped short goes on in a later line; in a column it ran to the edge before. */
function goesOn(before: Line, next: Line, layout: PageLayout | null, tears: Tears): boolean {
  if (layout === null) return tears.isTorn(before, next, 'page');
  if (next.isHeading || FRESH_START.test(next.text) || hasNumberMark(next)) return false;
  if (hasChapterMark(next) || (layout.indents && next.indented)) return false;
  return arePieces(before, next) || before.width >= layout.column - TOLERANCE;
}
