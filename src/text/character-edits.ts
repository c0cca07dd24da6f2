import { BLANK } from './blanks.js';
import { type Edit, editMatches } from './edits.js';
import { CLOSING, HAN, OPENING } from './han.js';
import { plainRadical } from './radicals.js';

/** Format characters of Arabic, Syriac and Kaithi numbers, which are seen. */
const SEEN_FORMATS = '\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}';
/** Within these sequences a joiner or tag tells which emoji is meant: a family, a flag. */
const JOINER_OF_EMOJI =
  '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}]\\ufe0f?)\\u200d(?=\\p{Extended_Pictographic})';
const TAG_OF_FLAG = '(?<=\\u{1f3f4}[\\u{e0020}-\\u{e007f}]*)[\\u{e0020}-\\u{e007f}]';
const INVISIBLE_CHARACTER = `(?![\\t\\n\\f${SEEN_FORMATS}${BLANK}]|${JOINER_OF_EMOJI}|${TAG_OF_FLAG})[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\ufffc]`;
const INVISIBLE = new RegExp(`(?:${INVISIBLE_CHARACTER})+`, 'gu');

/** Removes control and format characters, variation selectors and marks of pictures; emoji keep their joiners. */
export function dropInvisible(text: string): Edit[] {
  return editMatches(text, INVISIBLE, () => '');
}

/** Replaces radicals that PDF fonts put in the place of characters by the characters. */
export function replaceRadicals(text: string): Edit[] {
  return editMatches(text, /[\u2e80-\u2fd5]/g, ([radical]) => plainRadical(radical));
}

/** Punctuation of vertical lines, small and half-width punctuation, which has a full-width form. */
const VARIANT_MARKS = '\\ufe10-\\ufe19\\ufe30-\\ufe44\\ufe47\\ufe48\\ufe50-\\ufe6b\\uff61-\\uff65';
/** Characters that Unicode has a second time: ideographs for round trips, units, brackets, ligatures, letters of formulas. */
const SECOND_CODES =
  '\\uf900-\\ufaff\\u{2f800}-\\u{2fa1f}\\u037e\\u0387\\u2126\\u212a\\u212b\\u2329\\u232a\\ufb00-\\ufb06\\u{1d400}-\\u{1d7ff}';
const JAMO = '\\u1100-\\u11ff';
const OTHER_FORMS = new RegExp(
  `[${VARIANT_MARKS}]|[${SECOND_CODES}]|[^\\p{M}\\s]\\p{M}+|[${JAMO}]{2,}`,
  'gu',
);
const IS_VARIANT_MARK = new RegExp(`[${VARIANT_MARKS}]`, 'u');
const IS_SECOND_CODE = new RegExp(`[${SECOND_CODES}]`, 'u');

/**
 * Replaces characters that Unicode has in another form, too, by their plain one: compatibility ideographs, ligatures,
 * letters with their accents apart, punctuation of vertical lines. What says more than its plain form (①, ㎡, ²) stays.
 */
export function unifyForms(text: string): Edit[] {
  return editMatches(text, OTHER_FORMS, ([form]) => plainForm(form));
}

function plainForm(form: string): string {
  if (IS_VARIANT_MARK.test(form)) return form === '\ufe19' ? '…' : widen(form.normalize('NFKC'));
  return IS_SECOND_CODE.test(form) ? form.normalize('NFKC') : narrow(form).normalize('NFC');
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
  /[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ％]|[．－＆＠＿／＋](?=[０-９Ａ-Ｚａ-ｚ]))*|(?<=\d)％|(?<=[A-Za-z\d])[＆＠＿](?=[A-Za-z\d])/g;

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

const NUMERAL_MARK = '(?<!^[（(]?[一二三四五六七八九十]{1,3})';
/** Chinese goes on, or the line ends; a straight quote between may open or close. */
const CHINESE_AFTER = `(?=[${BLANK}]*["']?(?:[${HAN}${OPENING}${CLOSING}]|$))`;
const HALF_WIDTH_STOP = `(?<=[${HAN}])${NUMERAL_MARK}[.．]${CHINESE_AFTER}`;
const DOTS = `(?<=[${HAN}${CLOSING}])\\.{3,}${CHINESE_AFTER}`;
const HALF_WIDTH_COMMA = `(?<=[${HAN}${CLOSING}]),(?=[${BLANK}]*[${HAN}"${OPENING}])|(?<=[${HAN}]),$`;
const HALF_WIDTH_COLON = `(?<=[${HAN}]):(?=[${BLANK}]*[${HAN}"${OPENING}]|$)`;
/** Behind Chinese these end what a query in an address (车间?id=1) does not; &nbsp; ends with none. */
const HALF_WIDTH_ENDS = `(?<=[${HAN}${CLOSING}]["']?)[!?;]+(?!\\w+=)|(?<![!?;]|&#?\\w{1,8})[!?;]+(?=[${BLANK}]*["']?[${HAN}${OPENING}])`;
const HALF_WIDTH = new RegExp(
  [HALF_WIDTH_STOP, DOTS, HALF_WIDTH_COMMA, HALF_WIDTH_COLON, HALF_WIDTH_ENDS].join('|'),
  'gmu',
);

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
const GAP = new RegExp(
  `(?<=[${WIDE}])[${BLANK}]+(?=[${WIDE}${PLAIN}])|(?<=[%${PLAIN}])[${BLANK}]+(?=[${WIDE}])|([${BLANK}]+)`,
  'gu',
);

/**
 * Blanks between Chinese characters, or between them and digits or Latin letters, vanish but for those that are kept;
 * others become one space.
 */
export function closeGaps(text: string, isKept: (gap: string, at: number) => boolean = () => false): Edit[] {
  return editMatches(text, GAP, ({ index, 0: gap, 1: between }) =>
    between === undefined && !isKept(gap, index) ? '' : ' ',
  );
}
