import { type Codebook, GROWING, NO_CODEBOOK } from '../../model/codebook.js';
import { codebookInForce } from '../../project/applied-codebook.js';
import { frameworkFor } from '../../project/select-coding.js';
import type { Store } from '../../store/store.js';
import { namedCodebook } from '../export-codebook.js';

/** A codebook as the project knows it, and as it is written; null while it has no code. */
export interface CodebookToExchange {
  readonly codebook: Codebook;
  readonly written: Codebook | null;
}

/**
 * Finds the codebook that a project is exchanged under: the named one, else the one last applied.
 * @throws UserError tables/unknown-codebook
 */
export function codebookToExchange(store: Store, wanted: string | undefined): CodebookToExchange {
  frameworkFor(store, wanted);
  const codebook = codebookInForce(store, wanted === NO_CODEBOOK ? GROWING.id : wanted)?.codebook ?? GROWING;
  return { codebook, written: codebook.codes.length === 0 ? null : namedCodebook(codebook) };
}
