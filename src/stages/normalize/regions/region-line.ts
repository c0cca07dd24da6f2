import type { RegionKind } from '../../../model/region.js';
import { offsetMap } from '../../../text/code-points.js';
import { HAN, isHan } from '../../../text/han.js';

/** A line of a clean text, which is a paragraph, a heading, a row of a table or an entry of a list. */
export interface RegionLine {
  readonly text: string;
  /** Where it stands in the clean text (code points). */
  readonly start: number;
  readonly end: number;
  /** What the structure of the document says it is. */
  readonly mark: RegionKind | undefined;
}

/** What lines were found to be, by their index; a kind of region for what is not body. */
export type LineKinds = ReadonlyMap<number, RegionKind>;

const SENTENCE_MARK = /[。！？；]/;
const SENTENCE_END = /[。！？；…][”’」』）》】\])]*$|[A-Za-z)][.!?]["”]?$/;
const ANY_HAN = new RegExp(`[${HAN}]`, 'u');
const CHAPTER =
  /^(?:第[一二三四五六七八九十百\d]+[章节篇部编]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/;
const NUMBERED =
  /^(?:\d{1,2}(?:[.．]\d{1,2}){1,3}[.．]?(?![\d%])|\d{1,2}[.．、](?!\d)|\d{1,2}(?=[^\d.%,，:：年月日\-—~]))/;
/** A mark that ends a sentence, and the quotes and brackets that close behind it. */
const LONGEST_END = 8;
/** Chinese needs far fewer characters than English needs letters. */
const LETTERS_PER_HAN = 4;

/** The lines of a clean text, each with the kind that `markAt` gives for it. */
export function readRegionLines(
  text: string,
  markOf: (start: number, end: number) => RegionKind | undefined,
): RegionLine[] {
  const offsets = offsetMap(text);
  const lines: RegionLine[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const start = offsets.toCodePoint(at);
    const end = offsets.toCodePoint(at + line.length);
    if (line.trim() !== '') lines.push({ text: line, start, end, mark: markOf(start, end) });
    at += line.length + 1;
  }
  return lines;
}

/** Whether a line ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-LONGEST_END));
}

/** Whether a line contains a mark that ends sentences. */
export function hasSentence(text: string): boolean {
  return SENTENCE_MARK.test(text);
}

/** Whether a line contains Chinese. */
export function hasHan(text: string): boolean {
  return ANY_HAN.test(text);
}

/** How many Han characters a line has; those beyond the basic plane are not counted. */
export function countHan(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (isHan(text.charCodeAt(at))) count += 1;
  return count;
}

/** Whether a line begins as chapters do in Chinese: 第一章, 一、, （一）. */
export function hasChapterMark(text: string): boolean {
  return CHAPTER.test(text);
}

/** Whether a line begins with an Arabic number as headings do: 1.1, 2、, 3 研究方法. */
export function hasNumberMark(text: string): boolean {
  return NUMBERED.test(text);
}

/** Whether a text is in Chinese for the most part, though its references may be in English. */
export function isChinese(lines: readonly RegionLine[]): boolean {
  let han = 0;
  let letters = 0;
  for (const { text } of lines) {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit > 0x2fff) han += 1;
      else if (unit > 0x40 && unit < 0x7b) letters += 1;
    }
  }
  return han * LETTERS_PER_HAN >= letters;
}
