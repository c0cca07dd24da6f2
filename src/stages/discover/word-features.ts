import type { NewWord } from '../../model/new-word.js';
import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';
import { isSurname } from '../../text/surnames.js';
import { makesWords, writesForeignNames } from './word-characters.js';

/** What the features are made of. */
export type WordFigures = Omit<NewWord, 'pos' | 'score' | 'inDictionary' | 'cases'>;

/** The features of the phrase model by name, in their order. */
export const PHRASE_FEATURES = {
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

/** The features of the word model by name, in their order: also what is spelt like a foreign name or ends like a derived word. */
export const WORD_FEATURES = {
  ...PHRASE_FEATURES,
  foreign: ({ word, length }: WordFigures) => [...word].filter(writesForeignNames).length / length,
  suffix: ({ word }: WordFigures) => Number(makesWords(last(word))),
} as const satisfies Record<string, (figures: WordFigures) => number>;

const OF_PHRASES = Object.values(PHRASE_FEATURES);
const OF_WORDS = Object.values(WORD_FEATURES);

/** The values of a string's features for the phrase model. */
export function phraseFeatures(figures: WordFigures): number[] {
  return OF_PHRASES.map((feature) => feature(figures));
}

/** The values of a string's features for the word model. */
export function wordFeatures(figures: WordFigures): number[] {
  return OF_WORDS.map((feature) => feature(figures));
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
