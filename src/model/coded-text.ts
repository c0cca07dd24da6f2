import type { TracedText } from './normalized-text.js';

/** What coding reads of a case: its raw text, which evidence points into, and its clean text. */
export interface CodedText {
  readonly caseId: string;
  readonly version: string;
  readonly text: string;
  readonly normalized: TracedText;
}

/** Occurrences of a code's label and terms in a case: longest match, none overlapping another. */
export interface TokenCount {
  readonly caseId: string;
  readonly codeId: string;
  readonly tokens: number;
}
