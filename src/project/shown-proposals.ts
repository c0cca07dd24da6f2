import type { Store } from '../store/store.js';
import { saveShownSuggestion, wasShown } from '../store/suggestion-table.js';

/** The proposals that the program makes in a case under a codebook, and a coder who may have seen them. */
interface ProposalsOfCase {
  readonly coder: string;
  readonly codebookId: string;
  readonly caseId: string;
}

/** How what was shown of a case is kept among the suggestions: no keyword begins so, and no code has the empty id. */
const keyOf = ({ coder, codebookId, caseId }: ProposalsOfCase) => ({
  coder,
  codebookId,
  word: `case:${caseId}`,
  codeId: '',
});

/** Remembers that a coder saw the proposals in a case before they were done with it. */
export function saveShownProposals(store: Store, proposals: ProposalsOfCase): void {
  saveShownSuggestion(store, keyOf(proposals));
}

/** Whether a coder saw the proposals in a case before they were done with it: what they code there since is not blind. */
export function areProposalsShown(store: Store, proposals: ProposalsOfCase): boolean {
  return wasShown(store, keyOf(proposals));
}
