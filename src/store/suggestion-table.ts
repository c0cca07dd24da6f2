import type { Store } from './store.js';

/** A code that was suggested to people for a keyword. */
export interface ShownSuggestion {
  readonly codebookId: string;
  readonly word: string;
  readonly codeId: string;
}

/** Remembers that a suggestion was shown, since a decision after it is not blind. */
export function saveShownSuggestion(store: Store, { codebookId, word, codeId }: ShownSuggestion): void {
  store.run('INSERT INTO shown_suggestion VALUES (?, ?, ?) ON CONFLICT DO NOTHING', codebookId, word, codeId);
}

/** Whether people were shown a suggestion. */
export function wasShown(store: Store, { codebookId, word, codeId }: ShownSuggestion): boolean {
  const sql = 'SELECT 1 FROM shown_suggestion WHERE codebook_id = ? AND word = ? AND code_id = ?';
  return store.get(sql, codebookId, word, codeId) !== undefined;
}
