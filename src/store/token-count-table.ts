import type { TokenCount } from '../model/coded-text.js';
import type { Store } from './store.js';

/** Saves how often the terms of each code stand in the cases, in the place of what was counted before. */
export function replaceTokenCounts(store: Store, codebookId: string, counts: readonly TokenCount[]): void {
  store.transaction(() => {
    store.run('DELETE FROM token_count WHERE codebook_id = ?', codebookId);
    for (const count of counts) addTokenCount(store, codebookId, count);
  });
}

/** Saves how often the terms of some codes occur in one case, in the place of what was counted of them there. */
export function replaceTokenCountsOfCase(
  store: Store,
  codebookId: string,
  caseId: string,
  codeIds: Iterable<string>,
  counts: readonly TokenCount[],
): void {
  store.run(
    `DELETE FROM token_count WHERE codebook_id = ? AND case_no = (SELECT case_no FROM project_case WHERE id = ?)
       AND code_id IN (SELECT value FROM json_each(?))`,
    codebookId,
    caseId,
    JSON.stringify([...codeIds]),
  );
  for (const count of counts) addTokenCount(store, codebookId, count);
}

function addTokenCount(store: Store, codebookId: string, { caseId, codeId, tokens }: TokenCount): void {
  store.run(
    'INSERT INTO token_count VALUES (?, (SELECT case_no FROM project_case WHERE id = ?), ?, ?)',
    codebookId,
    caseId,
    codeId,
    tokens,
  );
}

/** The token counts under a codebook in the cases that count (of one batch), by case and code. */
export function readTokenCounts(store: Store, codebookId: string, batch?: string | undefined): TokenCount[] {
  // A row a case: most of the time went into a row a code.
  const rows = store.all<{ caseId: string; counts: string }>(
    `SELECT id AS caseId, json_group_object(code_id, tokens) AS counts ${FROM_COUNTED} GROUP BY case_no`,
    codebookId,
    batch ?? null,
  );
  return rows.flatMap(({ caseId, counts }) =>
    Object.entries<number>(JSON.parse(counts)).map(([codeId, tokens]) => ({ caseId, codeId, tokens })),
  );
}

/** The same, summed over the cases. */
export function sumTokens(
  store: Store,
  codebookId: string,
  batch?: string | undefined,
): Omit<TokenCount, 'caseId'>[] {
  return store.all(
    `SELECT code_id AS codeId, sum(tokens) AS tokens ${FROM_COUNTED} GROUP BY code_id ORDER BY code_id`,
    codebookId,
    batch ?? null,
  );
}

const FROM_COUNTED = `FROM token_count JOIN counted_version USING (case_no) JOIN project_case USING (case_no)
  WHERE codebook_id = ? AND batch = coalesce(?, batch)`;
