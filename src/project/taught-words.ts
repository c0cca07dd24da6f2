import type { NewWord } from '../model/new-word.js';
import type { UserWord } from '../model/vocabulary.js';
import { inDictionary } from '../stages/segment/jieba.js';
import type { Store } from '../store/store.js';
import { readVerdicts } from '../store/verdict-table.js';
import { compareByCodePoint } from '../text/code-points.js';

/** New words that look like names of persons and places, and so are no terms unless people say so. */
const NAME = /^n[rs]_new$/;

/** Words that people kept, added or folded others into: they stay words whatever the statistics say. */
export function acceptedWords(store: Store): string[] {
  const words = readVerdicts(store).flatMap(({ word, verdict: { kind, into, added } }) => [
    ...(kind === 'keep' || kind === 'add' || added ? [word] : []),
    ...(kind === 'fold' && into !== undefined ? [into] : []),
  ]);
  return [...new Set(words)].sort(compareByCodePoint);
}

/** The words that the segmenter is taught besides those of the user. */
export interface TaughtWords {
  /** Taught it as words of its dictionary, by which it weighs them. */
  readonly newWords: readonly NewWord[];
  /** Cut as they stand, like the user's words: people said that each is one word. */
  readonly accepted: ReadonlySet<string>;
}

/** The accepted words that the segmenter would cut or tag otherwise, unless it is taught them as new words. */
export function wordsToTeach(
  store: Store,
  newWords: readonly NewWord[],
  userWords: readonly UserWord[],
): ReadonlySet<string> {
  const toTeach = new Set(acceptedWords(store));
  for (const { word, pos } of newWords) if (!NAME.test(pos)) toTeach.delete(word);
  for (const { word } of userWords) toTeach.delete(word);
  return new Set([...toTeach].filter((word) => !inDictionary(word)));
}

/** The part of speech of each word. */
export function posOfTaught({ newWords, accepted }: TaughtWords): ReadonlyMap<string, string> {
  const tagged = new Map<string, string>(newWords.map(({ word, pos }) => [word, pos]));
  // What people accepted is a keyword even where its shape looks like a name.
  for (const word of accepted) tagged.set(word, 'n_new');
  return tagged;
}
