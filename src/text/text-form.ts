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
import { simplify } from './simplify.js';

/** Brings what people write to the form of the clean texts it is compared with. */
export type TextForm = (written: string) => string;

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

/** Those of them that change what words are made of. */
const WORD_STEPS = [dropInvisible, replaceRadicals, unifyForms, narrowWidth] as const;

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

/** Brings what people write to the form it has in clean texts whose traditional characters were simplified. */
export function toSimplifiedForm(written: string): string {
  const form = toTextForm(written);
  return editText(form, simplify(form));
}

/** What `toWordForms` changes nothing in: the characters that most texts consist of. */
const MAY_CHANGE = /[^\n\x20-~\u2014-\u2026\u3001-\u3011\u4e00-\u9fff\uff01\uff08-\uff0e\uff1a-\uff1f]/u;

/**
 * Brings the letters, digits and Chinese characters of a text that is not cleaned to the form they have in clean texts;
 * its punctuation, blanks and lines stay.
 */
export function toWordForms(text: string): string {
  if (!MAY_CHANGE.test(text)) return text;
  return WORD_STEPS.reduce((changed, edits) => editText(changed, edits(changed)), text);
}
