import type { TokenCount } from '../model/coded-text.js';
import { caseNumber } from './case-table.js';
import {
  addDifference,
  type Cells,
  type RowDifference,
  readCells,
  writeDifference,
} from './row-difference.js';
import type { Store } from './store.js';

/** Saves how often the terms of each code stand in the cases, in the place of what was counted before. */
export function replaceTokenCounts(store: Store, codebookId: string, counts: readonly TokenCount[]): void {
  store.transaction(() => {
    store.run('DELETE FROM token_count WHERE codebook_id = ?', codebookId);
    const added = counts.map(cellsIn(store, codebookId));
    writeDifference(store, 'token_count', KEYS, { removed: [], added });
  });
}

/** Adds to a difference what makes of the counts of some codes in one case others. */
export function compareTokenCounts(
  store: Store,
  difference: RowDifference,
  codebookId: string,
  caseId: string,
  codeIds: Iterable<string>,
  counts: readonly TokenCount[],
): void {
  const stored = readCells(
    store,
    `SELECT * FROM token_count WHERE codebook_id = ? AND case_no = ?
       AND code_id IN (SELECT value FROM json_each(?))`,
    codebookId,
    caseNumber(store, caseId),
    JSON.stringify([...codeIds]),
  );
  addDifference(difference, KEYS.length, stored, counts.map(cellsIn(store, codebookId)));
}

/** Writes token counts that differ. */
export function changeTokenCounts(store: Store, difference: RowDifference): void {
  writeDifference(store, 'token_count', KEYS, difference);
}

const KEYS = ['codebook_id', 'case_no', 'code_id'] as const;

function cellsIn(store: Store, codebookId: string): (count: TokenCount) => Cells {
  return ({ caseId, codeId, tokens }) => [codebookId, caseNumber(store, caseId), codeId, tokens];
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
