import type { ReserveReport } from '../workflow/reserve-cases.js';
import type { ReservedStatements } from '../workflow/reserve-statements.js';
import type { ReserveTest } from '../workflow/unseal-reserve.js';

/** What is said about reserved cases and statements, in one language. */
export interface ReserveWords {
  readonly reserved: (report: ReserveReport) => string[];
  readonly reservedStatements: (report: ReservedStatements) => string[];
  /** Level, code, cases, passages, confirmed ones. */
  readonly heads: readonly [string, string, string, string, string];
  /** The sentence for the paper, and what is to be known of it. */
  readonly tested: (test: ReserveTest) => string[];
}
