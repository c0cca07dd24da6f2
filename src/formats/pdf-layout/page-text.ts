import type { Mark } from '../../model/mark.js';
import { codePointLength } from '../../text/code-points.js';
import { raiseNumber } from '../../text/raise-number.js';
import type { DocumentText } from '../document-text.js';
import { type Bookmark, lineKinds } from './line-kinds.js';
import type { PageLine } from './page-line.js';

/** Lines further apart than usual by this factor belong to two paragraphs. */
const PARAGRAPH_GAP = 1.3;
/** How far (ems) the first line of a paragraph may be indented. */
const INDENT = { least: 1.5, most: 3.5 };
const INDENTED = '\u3000\u3000';
const USUAL_LEADING = 1.5;
const PLAIN_NUMBER = /^\d{1,3}(?=\s)/;

/**
 * The text of pages: a form feed between them, a blank line at a gap, 　　 for an indent; with marks of what the layout says
 * of its lines.
 */
export function textOfPages(
  pages: readonly (readonly PageLine[])[],
  bookmarks: readonly Bookmark[] = [],
): Required<Pick<DocumentText, 'text' | 'marks'>> {
  const leading = usualLeading(pages);
  const kinds = lineKinds(pages, bookmarks);
  const pieces: string[] = [];
  const marks: Mark[] = [];
  let done = 0;
  const add = (piece: string) => {
    pieces.push(piece);
    done += codePointLength(piece);
  };
  for (const [page, lines] of pages.entries()) {
    if (page > 0) add('\f');
    for (const [at, line] of lines.entries()) {
      const before = lines[at - 1];
      const isNote = (one: PageLine | undefined) => one !== undefined && kinds.get(one)?.kind === 'note';
      const isParted = isNote(line) !== isNote(before);
      if (before !== undefined) add(isParted || isApart(before, line, leading) ? '\n\n' : '\n');
      if (isFirstOfParagraph(line, before, lines[at + 1])) add(INDENTED);
      const start = done;
      const text = isNote(line) ? raiseMark(line.text, lines) : line.text;
      // Of a character code that no font maps, pdf.js makes the character of that number, even half a pair.
      add(text.toWellFormed());
      const kind = line.kind === undefined ? kinds.get(line) : { kind: line.kind };
      if (kind !== undefined) marks.push({ ...kind, start, end: done });
    }
  }
  return { text: pieces.join(''), marks };
}

/** A note with its number raised where the page has its mark so, that the number is none of the text. */
function raiseMark(note: string, lines: readonly PageLine[]): string {
  const [number = ''] = PLAIN_NUMBER.exec(note) ?? [];
  const mark = raiseNumber(number);
  return mark !== null && lines.some(({ text }) => text.includes(mark))
    ? mark + note.slice(number.length)
    : note;
}

/** The middle distance of lines from the next one, in ems. */
function usualLeading(pages: readonly (readonly PageLine[])[]): number {
  const leadings = pages.flatMap((lines) =>
    lines.flatMap((line, at) => {
      const before = lines[at - 1];
      return before !== undefined && line.kind === undefined && line.y > before.y
        ? [leadingOf(before, line)]
        : [];
    }),
  );
  leadings.sort((a, b) => a - b);
  return leadings.length < 3 ? USUAL_LEADING : (leadings[Math.floor(leadings.length / 2)] ?? USUAL_LEADING);
}

function leadingOf(before: PageLine, line: PageLine): number {
  return (line.y - before.y) / Math.max(before.size, line.size);
}

/** A line higher up than the one before it goes on in the next column. */
function isApart(before: PageLine, line: PageLine, leading: number): boolean {
  return line.y > before.y && leadingOf(before, line) > PARAGRAPH_GAP * leading;
}

/** Whether a line is indented, neither centred nor the second of an indented block. */
function isFirstOfParagraph(
  line: PageLine,
  before: PageLine | undefined,
  after: PageLine | undefined,
): boolean {
  if (line.kind !== undefined) return false;
  const indent = (line.left - line.column.left) / line.size;
  if (indent < INDENT.least || indent > INDENT.most) return false;
  if (before?.column !== line.column) return true;
  const isSameIndent = Math.abs(before.left - line.left) < line.size / 2;
  // Behind a paragraph of one full line the next one is told by its second line, which is not indented.
  const leavesIndent = after?.column === line.column && after.left < line.left - line.size / 2;
  return !(isSameIndent && isFull(before)) || (leavesIndent && isFull(line));
}

function isFull({ right, column, size }: PageLine): boolean {
  return right > column.right - 1.5 * size;
}
