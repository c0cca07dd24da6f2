/** A word that people give to the segmenter, with its part of speech. */
export interface UserWord {
  readonly word: string;
  readonly pos: string;
}

/** What people say about words before mining: it overrules what statistics say. */
export interface Vocabulary {
  /** Always words, and candidates wherever they stand. */
  readonly userWords: readonly UserWord[];
  /** Never a keyword or new word, nor in the filter `keywords` the edge of one. */
  readonly stopWords: ReadonlySet<string>;
  /** Never new words. */
  readonly rejected: ReadonlySet<string>;
}

/** The lists of a vocabulary, by the flags that name their files. */
export const VOCABULARY_LISTS = ['user-words', 'stop-words', 'reject-words'] as const;

export type VocabularyList = (typeof VOCABULARY_LISTS)[number];

/** Whether a string may be a new word at all. */
export function mayBeNewWord({ stopWords, rejected }: Vocabulary, word: string): boolean {
  return !stopWords.has(word) && !rejected.has(word);
}
