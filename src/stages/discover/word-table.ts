import { type NewWord, newWordPosSchema } from '../../model/new-word.js';
import { codePointLength } from '../../text/code-points.js';

/** The figures of a word that a table keeps, in their order. */
const FIGURES = [
  'score',
  'frequency',
  'cases',
  'cohesion',
  'leftEntropy',
  'rightEntropy',
  'hmmShare',
  'alignment',
  'knownAlignment',
  'cutsInside',
  'beginShare',
  'endShare',
] as const satisfies readonly (keyof NewWord)[];

const TAGS = newWordPosSchema.options;

/** Many words in little room: an object for each would take three times as much. */
export interface WordTable {
  readonly words: readonly string[];
  /** Numbers of their parts of speech in the order of the model. */
  readonly tags: Uint8Array;
  /** A row of figures a word. */
  readonly figures: Float64Array;
}

/** Puts words into a table. */
export function tabulateWords(found: Iterable<NewWord>): WordTable {
  const words: string[] = [];
  const tags: number[] = [];
  const figures: number[] = [];
  for (const word of found) {
    words.push(word.word);
    tags.push(TAGS.indexOf(word.pos));
    for (const name of FIGURES) figures.push(word[name]);
  }
  return { words, tags: Uint8Array.from(tags), figures: Float64Array.from(figures) };
}

/** The word in a row of a table. */
export function wordAt({ words, tags, figures }: WordTable, row: number): NewWord {
  const word = words[row] as string;
  const figure = (name: (typeof FIGURES)[number]) =>
    figures[row * FIGURES.length + FIGURES.indexOf(name)] as number;
  return {
    word,
    frequency: figure('frequency'),
    cases: figure('cases'),
    cohesion: figure('cohesion'),
    leftEntropy: figure('leftEntropy'),
    rightEntropy: figure('rightEntropy'),
    hmmShare: figure('hmmShare'),
    alignment: figure('alignment'),
    knownAlignment: figure('knownAlignment'),
    cutsInside: figure('cutsInside'),
    beginShare: figure('beginShare'),
    endShare: figure('endShare'),
    length: codePointLength(word),
    inDictionary: false,
    score: figure('score'),
    pos: TAGS[tags[row] as number] as NewWord['pos'],
  };
}

/** Score and frequency of the word in a row. */
export function rankOf({ figures }: WordTable, row: number): { score: number; frequency: number } {
  const at = row * FIGURES.length;
  return { score: figures[at] as number, frequency: figures[at + 1] as number };
}
