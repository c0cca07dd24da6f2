import type { ProposalsSetting } from '../model/proposals-setting.js';
import { readAllDone, readDone } from '../store/case-done-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { readShownWords, saveShownSuggestion, wasShown } from '../store/suggestion-table.js';

/** A coder, and the codebook under which the program proposes codes to them. */
interface Reader {
  readonly coder: string;
  readonly codebookId: string;
}

/** The proposals that the program makes in a case under a codebook, and a coder who may have seen them. */
interface ProposalsOfCase extends Reader {
  readonly caseId: string;
}

/** No keyword begins so. */
const PREFIX = 'case:';

/** How what was shown of a case is kept among the suggestions: no code has the empty id. */
const keyOf = ({ coder, codebookId, caseId }: ProposalsOfCase) => ({
  coder,
  codebookId,
  word: `${PREFIX}${caseId}`,
  codeId: '',
});

/** Remembers that a coder saw the proposals in a case: what they code there since is not blind. */
export function saveShownProposals(store: Store, proposals: ProposalsOfCase): void {
  saveShownSuggestion(store, keyOf(proposals));
}

/** Whether a coder saw the proposals in a case: what they code there since is not blind. */
export function areProposalsShown(store: Store, proposals: ProposalsOfCase): boolean {
  return wasShown(store, keyOf(proposals));
}

/** When the project shows coders what the program proposes. */
export function proposalsSetting(store: Store): ProposalsSetting {
  return getSetting(store, 'proposals') as ProposalsSetting;
}

/**
 * Whether a coder sees what the program proposes in a version of a case: the project shows it always, they are done with the
 * case, or they asked for it.
 */
export function seesProposals(
  store: Store,
  { version, ...proposals }: ProposalsOfCase & { readonly version: string },
): boolean {
  const { coder } = proposals;
  if (proposalsSetting(store) === 'always' || areProposalsShown(store, proposals)) return true;
  return readDone(store, { type: 'done', ...proposals, version, codingOf: coder }, coder) !== null;
}

/** Makes the same test for the current versions of many cases. */
export function proposalsSeenBy(store: Store, { coder, codebookId }: Reader): (caseId: string) => boolean {
  if (proposalsSetting(store) === 'always') return () => true;
  const done = readAllDone(store).flatMap((one) =>
    one.coder === coder && one.codebookId === codebookId ? [one.caseId] : [],
  );
  const asked = readShownWords(store, { coder, codebookId, codeId: '' }).flatMap((word) =>
    word.startsWith(PREFIX) ? [word.slice(PREFIX.length)] : [],
  );
  const seen = new Set([...done, ...asked]);
  return (caseId) => seen.has(caseId);
}
