import { codebooksInUse } from '../store/codebook-table.js';
import { readContent } from '../store/content-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { type LoadedCodebook, parseCodebook } from './load-codebook.js';

/** The name that asks for no codebook: every keyword is its own core keyword. */
export const NO_CODEBOOK = 'none';

/** The codebook last applied (or the named one) as it was then; null for none, undefined before any coding. */
export function appliedCodebook(
  store: Store,
  codebookId = getSetting(store, 'codebook'),
): LoadedCodebook | null | undefined {
  if (codebookId === NO_CODEBOOK) return null;
  const used = codebooksInUse(store).find((codebook) => codebook.codebookId === codebookId);
  const content = used && readContent(store, used.contentHash);
  return content && parseCodebook(content.name, content.text);
}
