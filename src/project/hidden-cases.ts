import { casesCodedBy } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import { frameworkInForce } from './applied-codebook.js';
import { proposalsSeenBy } from './shown-proposals.js';

/**
 * The cases in which the project hides from a coder what the program and others say: those that they began to code under the
 * codebook last applied, are not done with, and did not ask for; in code point order.
 */
export function casesHiddenFrom(store: Store, coder: string): readonly string[] {
  return store.remember(`cases hidden from ${coder}`, () => {
    const codebookId = frameworkInForce(store)?.codebook.id;
    if (codebookId === undefined) return [];
    const isSeen = proposalsSeenBy(store, { coder, codebookId });
    return [...casesCodedBy(store, codebookId, coder)].filter((caseId) => !isSeen(caseId));
  });
}
