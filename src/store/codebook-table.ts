import type { Store } from './store.js';

/** A codebook in use and the content (`readContent`) that was last applied. */
export interface CodebookInUse {
  readonly codebookId: string;
  readonly contentHash: string;
}

/** Records which content of a codebook is the one applied now; the content must be saved already. */
export function saveCodebook(store: Store, codebookId: string, contentHash: string): void {
  store.run(
    'INSERT INTO codebook VALUES (?, ?) ON CONFLICT DO UPDATE SET content_hash = excluded.content_hash',
    codebookId,
    contentHash,
  );
}

/** The codebooks in use in code point order of their ids. */
export function codebooksInUse(store: Store): CodebookInUse[] {
  return store.all<CodebookInUse>(
    'SELECT id AS codebookId, content_hash AS contentHash FROM codebook ORDER BY id',
  );
}
