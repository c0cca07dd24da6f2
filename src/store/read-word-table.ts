import type { Store } from './store.js';

/** Saves in which cases a word that a reader found occurs, in the place of what was saved of it. */
export function saveReadWord(store: Store, word: string, caseIds: readonly string[]): void {
  const known = new Set(casesOfReadWord(store, word));
  const wanted = new Set(caseIds);
  const ofCase = '(SELECT case_no FROM project_case WHERE id = ?)';
  for (const id of known) {
    if (!wanted.has(id)) store.run(`DELETE FROM read_word WHERE word = ? AND case_no = ${ofCase}`, word, id);
  }
  for (const id of wanted) {
    if (!known.has(id)) store.run(`INSERT INTO read_word VALUES (?, ${ofCase})`, word, id);
  }
}

/** Whether a word that a reader found is known to occur in a case. */
export function isReadIn(store: Store, word: string, caseId: string): boolean {
  const sql = `SELECT 1 FROM read_word
    WHERE word = ? AND case_no = (SELECT case_no FROM project_case WHERE id = ?)`;
  return store.get(sql, word, caseId) !== undefined;
}

/** Forgets in which cases a word occurs that no reader's decision speaks of any more. */
export function removeReadWord(store: Store, word: string): void {
  store.run('DELETE FROM read_word WHERE word = ?', word);
}

/** Saves in which cases the words that readers found occur, in the place of all that was saved. */
export function replaceReadWords(store: Store, casesOf: ReadonlyMap<string, readonly string[]>): void {
  store.run('DELETE FROM read_word');
  for (const [word, caseIds] of casesOf) saveReadWord(store, word, caseIds);
}

/** The cases in which a word occurs that a reader found, in code point order. */
export function casesOfReadWord(store: Store, word: string): string[] {
  const sql = 'SELECT id FROM read_word JOIN project_case USING (case_no) WHERE word = ? ORDER BY id';
  return store.all<{ id: string }>(sql, word).map(({ id }) => id);
}
