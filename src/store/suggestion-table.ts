import type { Store } from './store.js';

/** A code that was suggested to a coder for a keyword; an empty name stands for every coder. */
export interface ShownSuggestion {
  readonly coder: string;
  readonly codebookId: string;
  readonly word: string;
  readonly codeId: string;
}

/** Remembers that a suggestion was shown, since a decision after it is not blind. */
export function saveShownSuggestion(
  store: Store,
  { coder, codebookId, word, codeId }: ShownSuggestion,
): void {
  const sql = 'INSERT INTO shown_suggestion VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
  store.run(sql, coder, codebookId, word, codeId);
}

/** All suggestions that were shown. */
export function readShownSuggestions(store: Store): ShownSuggestion[] {
  return store.all(
    'SELECT coder, codebook_id AS codebookId, word, code_id AS codeId FROM shown_suggestion ORDER BY coder, word, code_id',
  );
}

/** Whether a coder was shown a suggestion. */
export function wasShown(store: Store, { coder, codebookId, word, codeId }: ShownSuggestion): boolean {
  const sql = `SELECT 1 FROM shown_suggestion
    WHERE codebook_id = ? AND word = ? AND code_id = ? AND coder IN ('', ?)`;
  return store.get(sql, codebookId, word, codeId, coder) !== undefined;
}

/** The words for which a coder was shown the suggestion of a code. */
export function readShownWords(
  store: Store,
  { coder, codebookId, codeId }: Omit<ShownSuggestion, 'word'>,
): string[] {
  const sql = `SELECT DISTINCT word FROM shown_suggestion
    WHERE codebook_id = ? AND code_id = ? AND coder IN ('', ?)`;
  return store.all<{ word: string }>(sql, codebookId, codeId, coder).map(({ word }) => word);
}
