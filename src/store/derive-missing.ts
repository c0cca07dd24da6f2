import { indexMissingTexts } from './index-texts.js';
import { saveMissingSentences } from './sentence-table.js';
import type { Store } from './store.js';

/**
 * Derives from the texts of the cases what is not there: the index of strings and the sentences. All readings do
 * without, more slowly.
 */
export function deriveMissing(store: Store): void {
  indexMissingTexts(store);
  saveMissingSentences(store);
}
