import type { HeadlineMeasure } from './agreement-measure.js';

/** What a table of reliability was measured on and how, for its caption. */
export interface ReliabilitySource {
  readonly coders: readonly string[];
  readonly unit: 'keyword' | 'sentence' | 'paragraph' | 'case';
  readonly headline: HeadlineMeasure;
  /** Whether later decisions of people are in the codebook, besides its file. */
  readonly isSettled: boolean;
  readonly isSingle: boolean;
  readonly interval: {
    readonly covers: number;
    readonly resamples: number;
    readonly seed: number;
    readonly clusters: number;
  };
  /** Units of one coder alone, verdicts that do not count, and cases that are hidden from who reads the table. */
  readonly leftOut: {
    readonly unitsOfOne: number;
    readonly verdicts: number;
    readonly hiddenCases: number;
  };
  readonly unitsAfterSuggestion: number;
}
