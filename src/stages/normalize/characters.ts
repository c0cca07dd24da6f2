import { type Edit, editMatches } from '../../text/edits.js';
import { CLOSING, HAN } from '../../text/han.js';
import { plainRadical } from './radicals.js';

/** Every kind of line end becomes a line feed; a form feed stays to tell where a page ends. */
export function unifyLineEnds(text: string): Edit[] {
  return editMatches(text, /\r\n|[\r\v\u0085\u2028\u2029]/g, () => '\n');
}

/** What is left of the ends of pages becomes line feeds. */
export function endPages(text: string): Edit[] {
  return editMatches(text, /\f/g, () => '\n');
}

/** Control characters and marks without width vanish; emoji keep their joiners. */
export function dropInvisible(text: string): Edit[] {
  const invisible =
    /(?:[^\P{Cc}\t\n\f]|\u00ad|\u200b|\u200c|[\u200e\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|\ufeff|(?<!\p{Extended_Pictographic}|\ufe0f)\u200d)+/gu;
  return editMatches(text, invisible, () => '');
}

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ％]|[．－](?=[０-９Ａ-Ｚａ-ｚ]))*|(?<=\d)％/g;

/** Full-width digits and Latin letters become plain ones, and ％ ． － between or after them. */
export function narrowWidth(text: string): Edit[] {
  return editMatches(text, FULL_WIDTH, ([match]) => narrow(match));
}

/** A text with its full-width digits and Latin letters made plain, unit for unit. */
export function narrow(text: string): string {
  return text.replaceAll(FULL_WIDTH, (match) =>
    match.replaceAll(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)),
  );
}

/** Radicals that PDF fonts put in the place of characters become the characters. */
export function mendRadicals(text: string): Edit[] {
  return editMatches(text, /[\u2e80-\u2fd5]/g, ([radical]) => plainRadical(radical));
}

const NUMERAL_MARK = '(?<!^[（(]?[一二三四五六七八九十]{1,3})';
const HALF_WIDTH_STOP = new RegExp(
  `(?<=[${HAN}])${NUMERAL_MARK}[.．](?=[ 　]*(?:[${HAN}“‘《«（${CLOSING}]|$))`,
  'gmu',
);
const HALF_WIDTH_COMMA = new RegExp(
  `(?<=[${HAN}${CLOSING}]),(?=[ 　]*[${HAN}“‘《«（])|(?<=[${HAN}]),$`,
  'gmu',
);

/** A stray `.` `,` in Chinese becomes 。 ，. */
export function widenPunctuation(text: string): Edit[] {
  const stops = editMatches(text, HALF_WIDTH_STOP, () => '。');
  const commas = editMatches(text, HALF_WIDTH_COMMA, () => '，');
  return [...stops, ...commas].sort((a, b) => a.start - b.start);
}

/** «» ‹› become 《》 〈〉. */
export function mendTitleMarks(text: string): Edit[] {
  const marks: Readonly<Record<string, string>> = { '«': '《', '»': '》', '‹': '〈', '›': '〉' };
  return editMatches(text, /[«»‹›]/g, ([mark]) => marks[mark] ?? mark);
}

const BLANK = ' \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000';

const NUMBERS = '\\d{1,3}(?:[ ]?[,，、–—~-][ ]?\\d{1,3})*';
const NOTE_MARK = new RegExp(
  `(?<=[${HAN}${CLOSING}%％])[${BLANK}]*(?:\\[${NUMBERS}\\]|［${NUMBERS}］)`,
  'gu',
);

/** Marks of notes and references such as ［1］ and [2,3] after Chinese vanish. */
export function dropNoteMarks(text: string): Edit[] {
  return editMatches(text, NOTE_MARK, () => '');
}

const WIDE = `${HAN}\\u2460-\\u2473\\u3001-\\u3003\\u3008-\\u3011\\u3014-\\u301b\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65“”‘’…—`;
/** Programs set a hair of blank between Chinese and these; in a PDF it looks like one that was typed. */
const PLAIN = '\\dA-Za-z';
const GAP = new RegExp(
  `(?<=[${WIDE}])[${BLANK}]+(?=[${WIDE}${PLAIN}])|(?<=[%${PLAIN}])[${BLANK}]+(?=[${WIDE}])|([${BLANK}]+)`,
  'gu',
);
const EDGE = new RegExp(`(?<=^|\\n)[\\t${BLANK}]+|(?<![\\t${BLANK}])[\\t${BLANK}]+(?=\\n|$)`, 'g');

const LONGEST_TITLE = 40;
const SHORTEST_HALF = 4;
const HALVES = new RegExp(`[${HAN}]{${SHORTEST_HALF}}[${BLANK}][${HAN}]{${SHORTEST_HALF}}`, 'u');

/**
 * Blanks between Chinese characters, or between them and digits or Latin letters, vanish; others become one
 * space. In a short line without marks a single blank between runs of four characters or more stays: 一园多业 家家有份.
 */
export function closeGaps(text: string): Edit[] {
  return editMatches(text, GAP, ({ index, 0: gap, 1: between }) =>
    between === undefined && !(gap.length === 1 && isTitleInHalves(text, index)) ? '' : ' ',
  );
}

/** Whether a blank parts two clauses of a title, where it stands for a comma. */
function isTitleInHalves(text: string, blank: number): boolean {
  const before = /[^\n]*$/.exec(text.slice(Math.max(0, blank - LONGEST_TITLE), blank))?.[0] ?? '';
  const after = /^[^\n]*/.exec(text.slice(blank, blank + LONGEST_TITLE))?.[0] ?? '';
  const line = before + after;
  const isShort = line.length <= LONGEST_TITLE;
  return (
    isShort &&
    !/\p{P}/u.test(line) &&
    HALVES.test(before.slice(-2 * SHORTEST_HALF) + after.slice(0, 2 * SHORTEST_HALF + 1))
  );
}

/** Blanks at both ends of lines vanish. */
export function trimLines(text: string): Edit[] {
  return editMatches(text, EDGE, () => '');
}

/** Blank lines vanish, so that what remains is one paragraph a line. */
export function dropBlankLines(text: string): Edit[] {
  return editMatches(text, /^\n+|\n+$|\n{2,}/g, ({ index, 0: ends }) =>
    index === 0 || index + ends.length === text.length ? '' : '\n',
  );
}
