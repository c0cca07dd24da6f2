import type { Codebook } from '../model/codebook.js';
import { codebookInTextForm } from '../stages/code/codebook-text-form.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { offsetMap } from '../text/code-points.js';
import { splitSentences } from '../text/sentences.js';
import { parseWording } from '../text/wording.js';

/**
 * A word of a codebook that hardly means what was written, and where it is (`codes[3].terms`): `cleaned`: no sentence of a
 * clean text contains it; `several`: it reads as several words side by side.
 */
export interface DoubtfulWord {
  readonly place: string;
  readonly word: string;
  readonly why: 'cleaned' | 'several';
}

/** Finds the terms, labels and literals of rules that find nothing in clean texts, or hardly what they are to find. */
export function doubtfulWords(codebook: Codebook): DoubtfulWord[] {
  const { codes, context } = codebookInTextForm(codebook);
  const places = codes.flatMap(({ label, terms, rules }, index) => [
    { place: `codes[${index}].label.zh`, words: [label.zh] },
    { place: `codes[${index}].terms`, words: terms },
    ...rules.map(({ any = [], all = [], near = [], not = [] }, at) => ({
      place: `codes[${index}].rules[${at}]`,
      words: [...any, ...all, ...near, ...not].flatMap((pattern) => parseWording(pattern).flat()),
    })),
  ]);
  return [...places, { place: 'context', words: context }].flatMap(({ place, words }) =>
    words.flatMap((word): DoubtfulWord[] => {
      if (!survivesCleaning(word)) return [{ place, word, why: 'cleaned' }];
      return isSeveral(word) ? [{ place, word, why: 'several' }] : [];
    }),
  );
}

const CHINESE = /^\p{Script=Han}+$/u;
const SEPARATOR = /[、，,/／|｜]/u;

/** Whether marks that part the items of a list part words of two characters or more: 等、靠、要 is one word. */
function isSeveral(word: string): boolean {
  if (!SEPARATOR.test(word)) return false;
  return word.split(SEPARATOR).every((part) => /^\p{Script=Han}{2,}$/u.test(part.trim()));
}

function survivesCleaning(word: string): boolean {
  if (CHINESE.test(word)) return true;
  if (word.includes('\n')) return false;
  return ['村里的', ''].some((before) => {
    const { text } = normalizeText(`${before}${word}办起来了。`);
    const offsets = offsetMap(text);
    return splitSentences(text).some(({ start, end }) =>
      text.slice(offsets.toUtf16(start), offsets.toUtf16(end)).includes(word),
    );
  });
}
