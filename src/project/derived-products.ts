import { NO_CODEBOOK } from '../model/codebook.js';
import { codebooksInUse } from '../store/codebook-table.js';
import { type Basis, codingUnder, currentBasis, isCurrent, SCREENING } from '../store/derivation-table.js';
import { hasMappings } from '../store/mapping-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';

/** A codebook whose coding follows people's decisions; no content for the one that people grow. */
export interface DerivedCodebook {
  readonly codebookId: string;
  readonly contentHash: string | null;
}

/** The codebooks in use and, where the project was coded without one, that which people grow. */
export function codebooksToDerive(store: Store): DerivedCodebook[] {
  const isGrown = getSetting(store, 'codebook') === NO_CODEBOOK || hasMappings(store, '');
  return [...(isGrown ? [{ codebookId: '', contentHash: null }] : []), ...codebooksInUse(store)];
}

/** Whether keywords and codings are those of the texts, groups, rules and decisions that the project has now. */
export function isUpToDate(store: Store, basis: Basis = currentBasis(store)): boolean {
  const codings = codebooksToDerive(store).map(({ codebookId }) => codingUnder(codebookId));
  return [SCREENING, ...codings].every((product) => isCurrent(store, product, basis));
}
