import type { BatchReport } from '../workflow/report-batch.js';

/** What is said about what a batch brought, in one language. */
export interface BatchWords {
  /** The sentence for the paper, what it is about, and what is left out. */
  readonly found: (report: BatchReport) => string[];
  /** Pillar; cases, their share, references, their share and assignments: of the batch, then of the cases before it. */
  readonly pillarHeads: readonly string[];
  readonly pillarTitle: string;
  /** Level, code, cases, references, assignments. */
  readonly codeHeads: readonly string[];
  readonly codeTitle: string;
  /** The first words of a list, and how many there are besides. */
  readonly newWords: (words: BatchReport['newWords'], others: number) => string;
  /** The same of kept keywords without a code; marked are those that no earlier case has. */
  readonly unmapped: (words: BatchReport['unmapped'], others: number) => string;
}
