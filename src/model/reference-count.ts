/** How often one code was given in one case. */
export interface ReferenceCount {
  readonly caseId: string;
  readonly codeId: string;
  /** Passages, each once; a passage found by a keyword alone is none. */
  readonly references: number;
}

/** The same, with what ranks pillars besides. */
export interface PlacedCount extends ReferenceCount {
  /** Whether a passage stands in the opening of the case, one found by a keyword alone too. */
  readonly isInOpening: boolean;
}
