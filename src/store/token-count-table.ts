import type { TokenCount } from '../model/coded-text.js';
import type { Store } from './store.js';

/** Saves how often the terms of each code stand in the cases, in the place of what was counted before. */
export function replaceTokenCounts(store: Store, codebookId: string, counts: readonly TokenCount[]): void {
  store.transaction(() => {
    store.run('DELETE FROM token_count WHERE codebook_id = ?', codebookId);
    for (const { caseId, codeId, tokens } of counts) {
      store.run(
        'INSERT INTO token_count VALUES (?, (SELECT case_no FROM project_case WHERE id = ?), ?, ?)',
        codebookId,
        caseId,
        codeId,
        tokens,
      );
    }
  });
}

/** The token counts under a codebook, in code point order of case and code. */
export function readTokenCounts(store: Store, codebookId: string): TokenCount[] {
  return store.all<TokenCount>(
    `SELECT id AS caseId, code_id AS codeId, tokens
     FROM token_count JOIN project_case USING (case_no) WHERE codebook_id = ? ORDER BY id, code_id`,
    codebookId,
  );
}
