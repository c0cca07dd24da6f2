import emojiRegex from 'emoji-regex';
import { eastAsianWidth } from 'get-east-asian-width';

/** Characters that always stand for themselves: none of them joins its neighbours to one sign on the screen. */
const SEPARATE = /^[ -~·\u2010-\u2027\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/;
/** Each of them takes one column. */
const PLAIN = /^[ -~]*$/;
/** A sign that begins with one of these, or is one character that is never shown, takes no column. */
const WITHOUT_WIDTH =
  /^(?:\p{Cc}|\p{Cs}|[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u200b-\u200f]|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\ufe20-\ufe2f]|\ufeff|\p{Default_Ignorable_Code_Point}$)/u;

const widths = new Map<string, number>();
let segmenter: Intl.Segmenter | undefined;

/**
 * Returns the columns that a text without escape codes takes on a terminal: those of the package string-width, which
 * loads the rules of segments (a tenth of the time of a short command) even where every text is plain.
 */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const sign of SEPARATE.test(text) ? text : signsOf(text)) width += signWidth(sign);
  return width;
}

/** What is one sign on the screen each: a character, or several that join. */
function* signsOf(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter();
  for (const { segment } of segmenter.segment(text)) yield segment;
}

function signWidth(sign: string): number {
  const known = widths.get(sign);
  if (known !== undefined) return known;
  const width = measureSign(sign);
  widths.set(sign, width);
  return width;
}

function measureSign(sign: string): number {
  if (WITHOUT_WIDTH.test(sign)) return 0;
  return emojiRegex().test(sign) ? 2 : eastAsianWidth(sign.codePointAt(0) as number);
}
