import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import { casesCodedBy } from '../store/passage-verdict-table.js';
import type { Store } from '../store/store.js';
import { frameworkInForce } from './applied-codebook.js';
import { groupTexts } from './group-cases.js';
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

/**
 * Makes the test whether what is said of words in a group is hidden with some cases: one of them is in the group. What is said
 * for all groups is said of theirs, too.
 */
export function hiddenGroupTest(store: Store, cases: ReadonlySet<string>): (group: string) => boolean {
  if (cases.size === 0) return () => false;
  const groups = [...groupTexts(store)].flatMap(([group, ids]) =>
    ids.some((id) => cases.has(id)) ? group : [],
  );
  const hidden = new Set(groups.length > 0 ? [...groups, ALL_GROUPS] : []);
  return (group) => hidden.has(group);
}
