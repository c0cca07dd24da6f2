import { latestRun } from '../store/run-table.js';
import type { Store } from '../store/store.js';
import { casesNotMined } from '../store/term-lists.js';

/** The cases that mining, once it has begun, has still to take up: new ones, and those by other text than before. */
export function casesToMine(store: Store): string[] {
  return latestRun(store, 'mine') ? casesNotMined(store) : [];
}
