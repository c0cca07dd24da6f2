import type { SensitivityReport } from '../workflow/measure-sensitivity.js';

/** What is said about other numbers of keywords, in one language. */
export interface SensitivityWords {
  /** What was computed, and what stays the same. */
  readonly about: (report: SensitivityReport) => string[];
  /** Number, pairs, words, unmapped pairs, core keywords, which are there besides, which are not. */
  readonly topHeads: readonly string[];
  readonly pillarTitle: string;
  readonly changingTitle: string;
  readonly pillarHeads: readonly [pillar: string, references: string];
  readonly changingHeads: readonly [level: string, code: string, references: string];
  readonly outside: string;
  /** The head of a column of counts, and of the number in force. */
  readonly top: (top: number, isPresent: boolean) => string;
  /** The first names of a list. */
  readonly names: (names: readonly string[]) => string;
  /** How many rows are not shown, and how many codes are the same for all numbers. */
  readonly rest: (hidden: number, unchanged: number) => string;
}
