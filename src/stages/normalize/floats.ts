import { endsSentence, hasClauses, isLatin, type Line } from './lines.js';

const CAPTION = /^[图表]\s?\d{1,2}(?:[-–.．]\d{1,2})?[\s　：:]+\S/;
const LOOSE_CAPTION = /^[图表]\s?\d{1,2}(?:[-–.．]\d{1,2})?[\s　：:]*\S/;
const LATIN_CAPTION = /^(?:Fig|Tab)(?:ure|le)?\.?\s?\d/;
const MARKUP = /^(?:<\/?[a-z]|!\[|\$\$)/i;
const NOTE = /^注[：:]/;
const WIDEST_UNIT = 12;

/** Whether a line is the caption of a figure or table; in unwrapped text no blank needs to follow its number. */
export function isCaption(line: Line, isWrapped: boolean): boolean {
  if (isLatin(line)) return LATIN_CAPTION.test(line.text);
  const pattern = isWrapped ? CAPTION : LOOSE_CAPTION;
  return pattern.test(line.text) && !hasClauses(line) && !endsSentence(line);
}

/** Whether a line of unwrapped text is a row of a table, or markup that stands for a figure, a table or a formula. */
export function isRow({ text }: Line): boolean {
  return text.includes('\t') || MARKUP.test(text);
}

/** Whether a line is a note below a table. */
export function isTableNote({ text }: Line): boolean {
  return NOTE.test(text);
}

/** Whether a line of unwrapped text belongs to a figure or table, as its caption, rows, unit or note. */
export function isFloat(line: Line): boolean {
  if (isCaption(line, false) || isRow(line) || isTableNote(line)) return true;
  return line.width < WIDEST_UNIT && !line.isHeading && !hasClauses(line) && !endsSentence(line);
}
