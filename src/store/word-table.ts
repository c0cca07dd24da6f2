import type { Store } from './store.js';

/** The number of a word, which is given one when it is new. */
export function wordNumber(store: Store, word: string): number {
  const known = store.wordNumbers.get(word);
  if (known !== undefined) return known;
  store.run('INSERT INTO word (word) VALUES (?) ON CONFLICT DO NOTHING', word);
  const row = store.get<{ word_no: number }>('SELECT word_no FROM word WHERE word = ?', word);
  const number = row?.word_no ?? 0;
  store.wordNumbers.set(word, number);
  return number;
}

/** All words by their numbers. */
export function readWords(store: Store): Map<number, string> {
  const rows = store.all<{ no: number; word: string }>('SELECT word_no AS no, word FROM word');
  return new Map(rows.map(({ no, word }) => [no, word]));
}
