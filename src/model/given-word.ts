import type { Span } from './span.js';

/** A word that somebody cut a text into before it was imported, by its place in the raw text. */
export interface GivenWord extends Span {
  /** Its part of speech as they gave it; null for none. */
  readonly pos: string | null;
}

/** What parts the words of a text that was cut before. */
export const wordSeparators = ['blank', 'slash', 'bar', 'line', 'list'] as const;

export type WordSeparator = (typeof wordSeparators)[number];

/** What parts a word from its part of speech: 词/n, 词_n, or a tab or blank on a line of its own. */
export type PosMark = '/' | '_' | 'blank' | 'list';

/** How the words of a text were recognised. */
export interface RecognisedWords {
  readonly source: string;
  readonly separator: WordSeparator;
  /** Null where no part of speech is given. */
  readonly posMark: PosMark | null;
  readonly words: number;
  /** How many of them have a part of speech. */
  readonly tagged: number;
}
