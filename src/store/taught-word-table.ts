import type { Store } from './store.js';

/**
 * The accepted words with which all cases of a generation are cut, and in how many of the cases that it counts each
 * occurs; null when some cases may not be cut so, which projects before schema version 8 do not know.
 */
export function readTaughtWords(store: Store, generation: number): Map<string, number | null> {
  const rows = store.all<{ word: string; cases: number | null }>(
    'SELECT word, cases FROM taught_word WHERE generation_no = ? ORDER BY word',
    generation,
  );
  return new Map(rows.map(({ word, cases }) => [word, cases]));
}

/** Saves with which accepted words all cases of a generation are cut now, in the place of what was saved before. */
export function saveTaughtWords(
  store: Store,
  generation: number,
  words: ReadonlyMap<string, number | null>,
): void {
  store.transaction(() => {
    store.run('DELETE FROM taught_word WHERE generation_no = ?', generation);
    for (const [word, cases] of words) {
      store.run('INSERT INTO taught_word VALUES (?, ?, ?)', generation, word, cases);
    }
  });
}
