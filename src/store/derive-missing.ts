import { indexMissingTexts } from './index-texts.js';
import { saveMissingSentences } from './sentence-table.js';
import type { Store } from './store.js';

/**
 * Derives from the texts of the cases what is not there: the index of strings and the sentences. All readings do
 * without, more slowly.
 */
export function deriveMissing(store: Store): void {
  while (deriveSome(store));
}

/** How many texts are read in one transaction. */
const AT_ONCE = 200;

/** Derives what is missing of some texts; returns whether that may not have been all. */
function deriveSome(store: Store): boolean {
  return store.transaction(() => {
    const indexed = indexMissingTexts(store, AT_ONCE);
    const saved = saveMissingSentences(store, AT_ONCE);
    return Math.max(indexed, saved) === AT_ONCE;
  });
}
