import type { Context } from '../project/context.js';
import { frameworkInUse } from '../project/find-code.js';
import { requireCoder } from '../project/require-coder.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { saveShownProposals } from '../project/shown-proposals.js';

/** Who wants to see what the program proposes in a case. */
export interface ProposalsAsked {
  readonly caseId: string;
  readonly coder: string;
  readonly codebook?: string | undefined;
}

/**
 * Shows a coder what the program proposes in a case before they are done with it, and remembers that: what they code there
 * afterwards is not blind.
 * @throws UserError cases/unknown-case, cases/sealed, tables/not-coded
 */
export function showProposals({ store }: Context, { caseId, codebook, ...asked }: ProposalsAsked): void {
  const coder = requireCoder(asked.coder);
  const { id } = requireOpenCase(store, caseId);
  const codebookId = frameworkInUse(store, codebook).codebook.id;
  store.transaction(() => saveShownProposals(store, { coder, codebookId, caseId: id }));
}
