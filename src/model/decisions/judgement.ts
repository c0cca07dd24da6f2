import type { Adjudication } from './adjudication.js';
import type { Verdict } from './verdict.js';

/** One coder's verdict in force on a word, for one group or for all of them. */
export interface Judgement {
  readonly coder: string;
  readonly group: string;
  readonly verdict: Verdict;
  /** UTC, ISO 8601. */
  readonly time: string;
}

/** What was adjudicated about a word, for one group or for all of them. */
export interface AdjudicatedGroup {
  readonly group: string;
  readonly adjudication: Adjudication;
}

/** The verdict in force for all coders on a word, for one group or for all that have none of their own. */
export interface SettledVerdict {
  readonly group: string;
  readonly verdict: Verdict;
  /** Whether coders judged otherwise and nobody adjudicated. */
  readonly isContested: boolean;
}
