import { UserError } from '../../errors.js';
import { type Codebook, NO_CODEBOOK } from '../../model/codebook.js';
import { codebookInForce } from '../../project/applied-codebook.js';
import type { Context } from '../../project/context.js';
import { codebookToDecide } from '../../project/find-code.js';
import { shippedCodebooks } from '../../sources/load-codebook.js';
import { codeCases } from '../code-cases.js';

/**
 * Finds the codebook that comments are under: the named one, that of exported documents, or the one last applied; a project that
 * is not coded yet is coded under the named shipped one, else under one that people grow.
 * @throws UserError comments/two-codebooks, tables/unknown-codebook, screen/not-mined
 */
export async function codebookForComments(
  context: Context,
  wanted: string | undefined,
  marked: readonly string[],
): Promise<{ readonly base: Codebook; readonly codebook: Codebook }> {
  const { store } = context;
  const [ofDocuments, ...others] = new Set(marked);
  if (wanted === undefined && others.length > 0) {
    throw new UserError('comments/two-codebooks', { codebooks: [ofDocuments, ...others].join(', ') });
  }
  const id = wanted ?? (ofDocuments === undefined ? undefined : ofDocuments || NO_CODEBOOK);
  const known = codebookInForce(store, id);
  if (known) return known;
  if (id === undefined || id === NO_CODEBOOK || shippedCodebooks().includes(id)) {
    await codeCases(context, { codebook: id ?? NO_CODEBOOK });
  }
  return codebookToDecide(store, 'import-coding', id);
}
