/** What one code was given to in one case. */
export interface ReferenceCount {
  readonly caseId: string;
  readonly codeId: string;
  /** Passages, each once; a passage found by a keyword alone is none. */
  readonly references: number;
  /** Whether a passage stands in the opening of the case, one found by a keyword alone too. */
  readonly isInOpening: boolean;
}
