import type { Codebook } from '../model/codebook.js';
import { codebookInTextForm } from '../stages/code/codebook-text-form.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { parseWording } from '../text/wording.js';

/** A word of a codebook that cleaning takes out of every text, and where it is (`codes[3].terms`). */
export interface UnreachableWord {
  readonly place: string;
  readonly word: string;
}

/** Finds the terms, labels and literals of rules that no text contains any more once it is cleaned. */
export function unreachableWords(codebook: Codebook): UnreachableWord[] {
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
    words.filter((word) => !survivesCleaning(word)).map((word) => ({ place, word })),
  );
}

const CHINESE = /^\p{Script=Han}+$/u;

function survivesCleaning(word: string): boolean {
  if (CHINESE.test(word)) return true;
  if (word.includes('\n')) return false;
  return ['村里的', ''].some((before) => normalizeText(`${before}${word}办起来了。`).text.includes(word));
}
