import { BLANK } from './blanks.js';
import { type Edit, editMatches } from './edits.js';
import { CLOSING, HAN, OPENING } from './han.js';
import { plainRadical } from './radicals.js';

/** Format characters of Arabic, Syriac and Kaithi numbers, which are seen. */
const SEEN_FORMATS = '\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}';
const TAG = '\\u{e0020}-\\u{e007f}';
/** A joiner between two emoji (a family) and the tags of a flag tell which one is meant. */
const TELLS_EMOJI = `(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}]\\ufe0f?\\u200d)(?=\\p{Extended_Pictographic})|(?<=\\u{1f3f4}[${TAG}]+)`;
const UNSEEN = `[[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\ufdd0-\\ufdef\\ufffc\\ufffe\\uffff]--[\\t\\n\\f${BLANK}${SEEN_FORMATS}]]`;
const INVISIBLE = new RegExp(`(?:${UNSEEN}(?!${TELLS_EMOJI}))+`, 'gv');

/** Removes control and format characters, variation selectors and marks of pictures; emoji keep their joiners. */
export function dropInvisible(text: string): Edit[] {
  return editMatches(text, INVISIBLE, () => '');
}

/** Replaces radicals that PDF fonts put in the place of characters by the characters. */
export function replaceRadicals(text: string): Edit[] {
  return editMatches(text, /[\u2e80-\u2fd5]/g, ([radical]) => plainRadical(radical));
}

/** Punctuation of vertical lines, small and half-width punctuation: all have a full-width form. */
const VARIANT_MARKS = '\\ufe10-\\ufe19\\ufe30-\\ufe44\\ufe47\\ufe48\\ufe50-\\ufe6b\\uff61-\\uff65';
/** Ligatures, and the letters of formulas. */
const STYLED_LETTERS = '\\ufb00-\\ufb06\\u{1d400}-\\u{1d7ff}';
const STYLED = new RegExp(`[${VARIANT_MARKS}${STYLED_LETTERS}]`, 'gu');
const STYLED_OR_APART = /[^\p{M}\s]\p{M}+|[\u1100-\u11ff]{2,}|[^\0-\u036f]/gu;
const IS_VARIANT_MARK = new RegExp(`^[${VARIANT_MARKS}]`, 'u');
const IS_STYLED_LETTER = new RegExp(`^[${STYLED_LETTERS}]`, 'u');

/**
 * Replaces characters that Unicode has in another form, too, by their plain one: compatibility ideographs, ligatures,
 * letters with their accents apart, punctuation of vertical lines. What says more than its plain form (①, ㎡, ²) stays.
 */
export function unifyForms(text: string): Edit[] {
  return editMatches(text, isComposed(text) ? STYLED : STYLED_OR_APART, ([form]) => plainForm(form));
}

/** Whether a text has no compatibility ideographs and no letters in parts; asking takes no time. */
function isComposed(text: string): boolean {
  return text.normalize('NFC') === text;
}

function plainForm(form: string): string {
  if (IS_VARIANT_MARK.test(form)) return form === '\ufe19' ? '…' : widen(form.normalize('NFKC'));
  return form.normalize(IS_STYLED_LETTER.test(form) ? 'NFKC' : 'NFC');
}

function widen(marks: string): string {
  return marks.replaceAll(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + FULL_WIDTH_OFFSET));
}

/** «» ‹› become 《》 〈〉. */
export function replaceTitleMarks(text: string): Edit[] {
  const marks: Readonly<Record<string, string>> = { '«': '《', '»': '》', '‹': '〈', '›': '〉' };
  return editMatches(text, /[«»‹›]/g, ([mark]) => marks[mark] ?? mark);
}

/** From a character of ASCII to its full-width form. */
const FULL_WIDTH_OFFSET = 0xfee0;
const FULL_WIDTH =
  /[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ％]|[．－＆＠＿／＋](?=[０-９Ａ-Ｚａ-ｚ]))*|％(?<=\d％)|[＆＠＿](?<=[A-Za-z\d].)(?=[A-Za-z\d])/g;

/** Full-width digits and Latin letters become plain ones, and the marks between or after them. */
export function narrowWidth(text: string): Edit[] {
  return editMatches(text, FULL_WIDTH, ([match]) => narrow(match));
}

/** Returns a text with its full-width digits and Latin letters made plain, unit for unit. */
export function narrow(text: string): string {
  return text.replaceAll(FULL_WIDTH, (match) =>
    match.replaceAll(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH_OFFSET)),
  );
}

/** Chinese goes on, or the line ends; a straight quote between may open or close. */
const CHINESE_AFTER = `(?=[${BLANK}]*["']?(?:[${HAN}${OPENING}${CLOSING}]|$))`;
const NUMERAL = '^[（(]?[一二三四五六七八九十]{1,3}';
const STOP = `[.．](?<=[${HAN}%％].)(?<!${NUMERAL}.)${CHINESE_AFTER}`;
// What is before a run is looked for where it begins: at its end, a line of 50,000 dots takes hours.
const DOTS = `(?<=[${HAN}${CLOSING}])\\.{3,}${CHINESE_AFTER}`;
const COMMA = `,(?<=[${HAN}${CLOSING}],)(?=[${BLANK}]*[${HAN}"${OPENING}])|,(?<=[${HAN}],)$`;
const COLON = `:(?<=[${HAN}]:)(?=[${BLANK}]*[${HAN}"${OPENING}]|$)`;
/** Behind Chinese these end what a query in an address (车间?id=1) does not; &nbsp; ends with none. */
const ENDS = `(?<=[${HAN}${CLOSING}]["']?)[!?;]+(?!\\w+=)|(?<![!?;])[!?;]+(?<!&#?\\w{1,8};)(?=[${BLANK}]*["']?[${HAN}${OPENING}])`;
const HALF_WIDTH = new RegExp([STOP, DOTS, COMMA, COLON, ENDS].join('|'), 'gmu');

/** Half-width `.` `,` `!` `?` `;` `:` in Chinese become full-width ones, and three dots or more ……. */
export function widenPunctuation(text: string): Edit[] {
  return editMatches(text, HALF_WIDTH, ([marks]) => {
    if (marks.length > 2 && marks.startsWith('.')) return '……';
    return marks === '.' || marks === '．' ? '。' : widen(marks);
  });
}

const WIDE = `${HAN}\\u2460-\\u2473\\u3001-\\u3003\\u3008-\\u3011\\u3014-\\u301b\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65“”‘’…—`;
/** Programs set a hair of blank between Chinese and these; in a PDF it looks like one that was typed. */
const PLAIN = '\\dA-Za-z';
const GAP = new RegExp(`[${BLANK}]+`, 'gu');
const ENDS_WIDE = new RegExp(`[${WIDE}]$`, 'u');
const ENDS_PLAIN = new RegExp(`[%${PLAIN}]$`);
const BEGINS_WIDE = new RegExp(`^[${WIDE}]`, 'u');
const BEGINS_PLAIN = new RegExp(`^[${PLAIN}]`);

/**
 * Blanks between Chinese characters, or between them and digits or Latin letters, vanish but for those that are kept;
 * others become one space.
 */
export function closeGaps(text: string, isKept: (gap: string, at: number) => boolean = () => false): Edit[] {
  return editMatches(text, GAP, ({ index, 0: gap }) =>
    isBesideChinese(text, index, index + gap.length) && !isKept(gap, index) ? '' : ' ',
  );
}

function isBesideChinese(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  return ENDS_WIDE.test(before)
    ? BEGINS_WIDE.test(after) || BEGINS_PLAIN.test(after)
    : ENDS_PLAIN.test(before) && BEGINS_WIDE.test(after);
}
