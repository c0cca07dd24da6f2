import type { AppliedPseudonyms } from '../workflow/apply-pseudonyms.js';
import type { FoundNames } from '../workflow/find-names.js';

/** What finding and replacing names reports. */
export interface PseudonymWords {
  readonly found: (found: FoundNames, path: string) => string[];
  readonly applied: (applied: AppliedPseudonyms, out: string) => string[];
}
