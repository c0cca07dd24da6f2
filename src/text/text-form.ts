import { BLANK } from './blanks.js';
import {
  closeGaps,
  dropInvisible,
  narrowWidth,
  replaceRadicals,
  replaceTitleMarks,
  unifyForms,
  widenPunctuation,
} from './character-edits.js';
import { editText } from './edits.js';

/** What cleaning does to the characters of a text, in its order. */
const STEPS = [
  dropInvisible,
  replaceRadicals,
  unifyForms,
  replaceTitleMarks,
  narrowWidth,
  widenPunctuation,
  closeGaps,
] as const;

const EDGES = new RegExp(`^[\\s${BLANK}]+|[\\s${BLANK}]+$`, 'gu');

/** Most of what people write is in the form of clean texts already. */
const IS_PLAIN = /^[\u4e00-\u9fffA-Za-z\d]*$/;

/**
 * Brings what people write (words of lists, terms, labels, literals of rules, queries, names) to the form it has in clean
 * texts, without blanks at its ends. What was written is compared with a text, or with other names, only in this form.
 */
export function toTextForm(written: string): string {
  if (IS_PLAIN.test(written)) return written;
  const trimmed = editText(written, dropInvisible(written)).replace(EDGES, '');
  return STEPS.reduce((text, edits) => editText(text, edits(text)), trimmed).replace(EDGES, '');
}
