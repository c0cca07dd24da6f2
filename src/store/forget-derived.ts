import { setIndexValid } from './indexed-text-table.js';
import type { Store } from './store.js';

/** Forgets what was derived from the clean text and the regions of a case version, which are about to be written. */
export function forgetDerived(store: Store, versionNo: number | null): void {
  setIndexValid(store, versionNo, false);
  store.run('DELETE FROM case_sentences WHERE version_no = ?', versionNo);
}
