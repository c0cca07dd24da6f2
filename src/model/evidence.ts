import type { CodedPassage, Origin } from './coded-passage.js';

/**
 * A code given to a passage, once, with everything that led to it: all keywords, terms and rules, where they came
 * from, and who gave them.
 */
export interface Evidence extends Omit<CodedPassage, 'origin' | 'coder' | 'decisionId'> {
  readonly origins: readonly Origin[];
  readonly coders: readonly string[];
  readonly decisionIds: readonly string[];
}

/** Returns whether evidence counts as a reference: rules and people code passages, a keyword counts as an assignment. */
export const isReference = ({ origins }: Pick<Evidence, 'origins'>): boolean =>
  origins.some((origin) => origin !== 'keyword');
