import type { CodedPassage } from '../model/coded-passage.js';
import type { Mapping } from '../model/mapping.js';
import type { CodedAgain } from '../stages/code/code-again.js';
import { compareKeywordEvidence, compareProposals, compareStanding } from '../store/change-assignments.js';
import type { Store } from '../store/store.js';
import { compareTokenCounts } from '../store/token-count-table.js';
import type { DerivedRows } from './derived-rows.js';

/** Takes what is found now in the text of one case, and notes what of it is not stored so. */
export interface CodingComparer {
  /** Of a keyword whose evidence stands where it stood. */
  readonly standing: (mapping: Mapping) => void;
  readonly evidence: (codebookId: string, word: string, found: readonly CodedPassage[]) => void;
  readonly coding: (codebookId: string, found: CodedAgain) => void;
}

/** Compares what is found in the text of one case with what is stored. */
export function compareCoding(
  store: Store,
  { assignments, tokens, readCases }: DerivedRows,
  one: Pick<CodedPassage, 'caseId' | 'version'>,
): CodingComparer {
  return {
    standing: (mapping) => {
      readCases.add(one.caseId);
      compareStanding(store, assignments, one, mapping);
    },
    evidence: (codebookId, word, found) => {
      readCases.add(one.caseId);
      compareKeywordEvidence(store, assignments, codebookId, one, word, found);
    },
    coding: (codebookId, { codeIds, ...found }) => {
      readCases.add(one.caseId);
      compareProposals(store, assignments, codebookId, one, codeIds, found.assignments);
      compareTokenCounts(store, tokens, codebookId, one.caseId, codeIds, found.tokens);
    },
  };
}
