import type { Store } from './store.js';

/**
 * The accepted words with which all mined cases are cut, and in how many cases of the statistics each stands; null
 * when some cases may not be cut so, which projects before schema version 8 do not know.
 */
export function readTaughtWords(store: Store): Map<string, number | null> {
  const rows = store.all<{ word: string; cases: number | null }>(
    'SELECT word, cases FROM taught_word ORDER BY word',
  );
  return new Map(rows.map(({ word, cases }) => [word, cases]));
}

/** Says with which accepted words all mined cases are cut now, in the place of what was said before. */
export function saveTaughtWords(store: Store, words: ReadonlyMap<string, number>): void {
  store.transaction(() => {
    store.run('DELETE FROM taught_word');
    for (const [word, cases] of words) store.run('INSERT INTO taught_word VALUES (?, ?)', word, cases);
  });
}
