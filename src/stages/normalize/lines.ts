import { narrow } from '../../text/character-edits.js';
import { offsetMap } from '../../text/code-points.js';
import { CLOSING, HAN, OPENING, SENTENCE_END } from '../../text/han.js';
import { rememberLast } from '../../text/remember-last.js';

/** A line that is not blank. */
export interface Line {
  /** Its text without the blanks around and without the marks of a heading (#), digits and Latin letters made plain. */
  readonly text: string;
  /** Where the line stands, marks included, without the blanks around (code points). */
  readonly start: number;
  readonly end: number;
  /** Blanks before it on its line (code points). */
  readonly lead: number;
  /** Width as printed with its indent, in half-width columns: a Chinese character takes two. */
  readonly width: number;
  /** Whether it begins further right than the others, as the first line of a paragraph does. */
  readonly indented: boolean;
  /** Whether it is marked as a heading (#), as Markdown does. */
  readonly isHeading: boolean;
  readonly afterBlankLine: boolean;
  /** Whether a page ended (a form feed) between it and the line before. */
  readonly afterPageBreak: boolean;
}

/** Lines of fewer columns than these tell nothing about the width of a page. */
export const NARROWEST_COLUMN = 24;

const LINE_END = /[\n\f]/;
const HEADING_MARK = /^#{1,6}(?:[ \t]+|$)/;

/** The lines of a text that are not blank; several steps ask for those of one text. */
export const readLines = rememberLast(linesOf);

function linesOf(text: string): readonly Line[] {
  const offsets = offsetMap(text);
  const lines: Line[] = [];
  let at = 0;
  let afterBlankLine = false;
  let afterPageBreak = false;
  for (const raw of text.split(LINE_END)) {
    const content = raw.trim();
    if (content !== '') {
      const lead = raw.length - raw.trimStart().length;
      const start = at + lead;
      const mark = HEADING_MARK.exec(content)?.[0] ?? '';
      lines.push({
        text: narrow(content.slice(mark.length)),
        start: offsets.toCodePoint(start),
        end: offsets.toCodePoint(start + content.length),
        lead,
        width: printedWidth(raw.trimEnd()),
        isHeading: mark !== '',
        indented: lead >= 2 || raw.startsWith('\u3000'),
        afterBlankLine,
        afterPageBreak,
      });
    }
    at += raw.length + 1;
    // The end of a page is no blank line, for a paragraph may go on behind it.
    const endsPage = text[at - 1] === '\f';
    afterPageBreak = endsPage || (content === '' && afterPageBreak);
    afterBlankLine = content === '' && !afterPageBreak;
  }
  return lines;
}

const END = new RegExp(`(?:[。！？；：…!?;:]|(?<=[${HAN}])[.｡])[${CLOSING}"']*$|[A-Za-z)]\\.$`, 'u');
const NUMBER_MARK = /^(?:\d{1,2}(?:\.\d{1,2})+\.?(?!\d|%)|\d{1,2}[.、](?!\d)|\d{1,2} (?=\S))/;
const CHAPTER_MARK =
  /^(?:第[一二三四五六七八九十百\d]+(?:[章节篇部编]|条[ 　])|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|摘\s*要|关键词|abstract|key ?words)/i;
const ARTICLE_MARK = /^第[一二三四五六七八九十百\d]+条/;
const ANY_HAN = new RegExp(`[${HAN}]`, 'u');
const LATIN_WORDS = /[A-Za-z]{2}[^A-Za-z]+[A-Za-z]{2}/;
const OPEN_END = new RegExp(`[${OPENING}]$`);
const CLOSED_START = /^[，。；：、！？》）”’」』】〉］\])]/;
const HYPHEN_END = /[A-Za-z][⁃\u2010]$/;
const CLAUSE = new RegExp(`[，。；：]|[A-Za-z)][,;:](?: |$)|[${HAN}],(?=[${HAN}])`, 'u');
const SENTENCE = /[。；]/;
const SENTENCE_MARK = new RegExp(`[${SENTENCE_END}]|[A-Za-z)]\\.(?: |$)`);

/** Whether a line ends where a sentence or clause list ends. */
export function endsSentence({ text }: Line): boolean {
  return END.test(text);
}

/** Whether a sentence ends in a line, or with it. */
export function closesSentence({ text }: Line): boolean {
  return SENTENCE_MARK.test(text);
}

/** Whether a line begins as only a new part of a document does: 第一章, 一、, （一）, 摘要. */
export function hasChapterMark({ text }: Line): boolean {
  return CHAPTER_MARK.test(text);
}

/** Whether a line begins an article of a law (第三条), which is running text and no heading. */
function hasArticleMark({ text }: Line): boolean {
  return ARTICLE_MARK.test(text);
}

/** Whether a line begins with a number as headings do, and sometimes other lines: 1.1, 1., 1. */
export function hasNumberMark({ text }: Line): boolean {
  return NUMBER_MARK.test(text);
}

/** Whether a line holds marks between the parts of a sentence. */
export function hasClauses({ text }: Line): boolean {
  return CLAUSE.test(text);
}

/** Whether a line holds more than one sentence or clause list, which no heading does. */
export function hasSentences({ text }: Line): boolean {
  return SENTENCE.test(text);
}

/** Whether a line is in a language written with Latin letters. */
export function isLatin({ text }: Line): boolean {
  return !ANY_HAN.test(text) && LATIN_WORDS.test(text);
}

/** Whether a line holds Chinese. */
export function hasHan({ text }: Line): boolean {
  return ANY_HAN.test(text);
}

/** Whether a line ends no sentence, and is neither a heading nor a row of a table. */
export function isOpen(line: Line): boolean {
  return !line.isHeading && !line.text.includes('\t') && !endsSentence(line);
}

/** Whether a line is running text that goes on after its end; never a heading or a row of a table. */
export function breaksOff(line: Line): boolean {
  return line.width >= NARROWEST_COLUMN && hasClauses(line) && isOpen(line);
}

/** Whether two lines are pieces of one by their marks alone: 《 ends no line, and 》 or ，begins none. */
export function arePieces(line: Line, next: Line): boolean {
  if (line.isHeading || next.isHeading) return false;
  if (HYPHEN_END.test(line.text) && /^[a-z]/.test(next.text)) return true;
  return OPEN_END.test(line.text) || CLOSED_START.test(next.text);
}

/** Whether a line breaks off and the next may continue it, as far as their marks tell. */
export function mayContinue(line: Line | undefined, next: Line | undefined): boolean {
  if (line === undefined || next === undefined || !breaksOff(line)) return false;
  if (next.isHeading || hasChapterMark(next)) return false;
  return hasSentences(line) || !mayBeHeading(line);
}

/** Whether a line begins as numbered headings do, though other lines do so, too. */
export function mayBeHeading(line: Line): boolean {
  return (hasChapterMark(line) && !hasArticleMark(line)) || hasNumberMark(line);
}

function printedWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // The two halves of a rare character are one column each.
    width += unit < 0x2010 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return width;
}
