import type { NewWord } from '../../model/new-word.js';
import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';
import { isSurname } from './proper-name.js';

/** What the features are made of. */
export type WordFigures = Omit<NewWord, 'pos' | 'score' | 'inDictionary' | 'cases'>;

/** The features of the word models by name, in their order. */
export const WORD_FEATURES = {
  cohesion: ({ cohesion }: WordFigures) => cohesion,
  entropy: ({ leftEntropy, rightEntropy }: WordFigures) => Math.min(leftEntropy, rightEntropy),
  hmmShare: ({ hmmShare }: WordFigures) => hmmShare,
  alignment: ({ alignment }: WordFigures) => alignment,
  knownAlignment: ({ knownAlignment }: WordFigures) => knownAlignment,
  cutsInside: ({ cutsInside }: WordFigures) => cutsInside,
  beginShare: ({ beginShare }: WordFigures) => beginShare,
  endShare: ({ endShare }: WordFigures) => endShare,
  functionEdge: ({ word }: WordFigures) => Number(isFunction(first(word)) || isFunction(last(word))),
  functionInside: ({ word }: WordFigures) => Number([...word].slice(1, -1).some(isFunction)),
  surname: ({ word }: WordFigures) => Number(isSurname(first(word))),
  two: ({ length }: WordFigures) => Number(length === 2),
  three: ({ length }: WordFigures) => Number(length === 3),
  length: ({ length }: WordFigures) => length,
  frequency: ({ frequency }: WordFigures) => Math.log(frequency),
} as const satisfies Record<string, (figures: WordFigures) => number>;

const FEATURES = Object.values(WORD_FEATURES);

/** The feature values of a string. */
export function wordFeatures(figures: WordFigures): number[] {
  return FEATURES.map((feature) => feature(figures));
}

function isFunction(character: string): boolean {
  return FUNCTION_CHARACTERS.has(character);
}

function first(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) as number);
}

function last(word: string): string {
  return [...word].at(-1) as string;
}
