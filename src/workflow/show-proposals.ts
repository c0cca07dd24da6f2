import type { Context } from '../project/context.js';
import { frameworkInUse } from '../project/find-code.js';
import { requireCoder } from '../project/require-coder.js';
import { requireOpenCase } from '../project/require-open-case.js';
import { areProposalsShown, saveShownProposals } from '../project/shown-proposals.js';

/** Who sees what the program proposes in some cases. */
export interface ProposalsAsked {
  readonly cases: readonly string[];
  readonly coder: string;
  readonly codebook?: string | undefined;
}

/**
 * Shows a coder what the program proposes in cases, and remembers that: what they code there afterwards is not blind.
 * @throws UserError cases/unknown-case, cases/sealed, tables/not-coded
 */
export function showProposals({ store }: Context, { cases, codebook, ...asked }: ProposalsAsked): void {
  const coder = requireCoder(asked.coder);
  const codebookId = frameworkInUse(store, codebook).codebook.id;
  const fresh = cases
    .map((id) => ({ coder, codebookId, caseId: requireOpenCase(store, id).id }))
    .filter((one) => !areProposalsShown(store, one));
  if (fresh.length === 0) return;
  store.transaction(() => {
    for (const one of fresh) saveShownProposals(store, one);
  });
}
