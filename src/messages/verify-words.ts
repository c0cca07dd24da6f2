import type { Verification } from '../workflow/verify-project.js';

/** What is said about the checks of a project, in one language. */
export interface VerifyWords {
  /** The runs: id, stage, version, what became of it. */
  readonly heads: readonly [string, string, string, string];
  /** What became of a run, in a few words. */
  readonly outcome: (run: Verification['runs'][number]) => string;
  /** What was compared, what does not fit, and the hashes. */
  readonly found: (report: Verification) => string[];
}
