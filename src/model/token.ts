import type { UserWord } from './vocabulary.js';

/** One segmented word: its part of speech and its span (code points) in the text that was segmented. */
export interface Token {
  readonly word: string;
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The word segmenter as the stages see it; `stages/segment/jieba.ts` makes the real one.
 * The parts returned by `cut` and `tag` always join to the given text again.
 */
export interface Segmenter {
  /** Words and parts of speech, unknown words guessed by the hidden Markov model. */
  readonly tag: (text: string) => readonly { readonly word: string; readonly tag: string }[];
  /** What `tag` gives, in pieces that follow each other: the words of a very long line need not be held at once. */
  readonly tagInPieces: (
    text: string,
  ) => Iterable<readonly { readonly word: string; readonly tag: string }[]>;
  /** Words of the dictionary alone, no guessing. */
  readonly cut: (text: string) => readonly string[];
  /** Teaches the segmenter words (with their part of speech) for all later calls. */
  readonly addWords: (words: readonly { readonly word: string; readonly pos: string }[]) => void;
  /** Makes later calls cut these words as they stand wherever they occur, in place of those given before. */
  readonly keepWords: (userWords: readonly UserWord[]) => void;
  /** Whether the word stands in the shipped dictionary. */
  readonly inDictionary: (word: string) => boolean;
}

/** What the shipped dictionary says of a word: how often it was met, and its part of speech. */
export interface DictionaryEntry {
  readonly frequency: number;
  readonly tag: string;
}

/** Looks a word up in the shipped dictionary; undefined for a word it does not have. */
export type DictionaryLookup = (word: string) => DictionaryEntry | undefined;
