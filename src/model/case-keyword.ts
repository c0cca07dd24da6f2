import type { Keyword } from './keyword.js';

/** A screened keyword in one case of its group: the unit that open coding counts. */
export interface CaseKeyword {
  readonly caseId: string;
  readonly keyword: Keyword;
}
