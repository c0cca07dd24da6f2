import type { Problem } from '../../model/problem.js';

/** A fault of a codebook: its place (`codes[3].parent`) and what is wrong there. */
export interface CodebookFault {
  readonly place: string;
  readonly problem: Problem;
}
