import type { NewWord } from './new-word.js';

/** What identifies how statistics of a corpus were taken; those of its parts add up where all of this is the same. */
export interface StatisticsKind {
  /** The version of the program, and the segmenter with its own. */
  readonly zhagen: string;
  readonly segmenter: string;
  /** The sha256 of the words that people gave: `user-words` and `stop-words`, which change what a term is. */
  readonly options: Readonly<Record<string, string>>;
}

/** What a statistics file says first: how it was taken, of how many cases, and with how many new words. */
export interface StatisticsHead extends StatisticsKind {
  readonly documents: number;
  readonly newWords: number;
}

/** In how many cases a term stands. */
export interface TermCases {
  readonly word: string;
  readonly cases: number;
}

/** Statistics of a corpus that travel in a file. */
export interface CorpusStatistics {
  readonly head: StatisticsHead;
  /** Best first. */
  readonly newWords: readonly NewWord[];
  readonly documentFrequency: ReadonlyMap<string, number>;
}

/** What can be wrong with a line of a statistics file. */
export type StatisticsFault = 'header' | 'new-word' | 'term' | 'order' | 'cases' | 'after-end';
