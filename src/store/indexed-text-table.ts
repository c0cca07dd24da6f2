import type { Store } from './store.js';

/** The texts that the index of strings has, in the order of their places: where each begins and ends, and of which case. */
export interface IndexedTexts {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly caseNumbers: readonly number[];
}

/** Reads where the texts lie in the index of strings; as one row, since thousands of rows take longer than a look-up. */
export function readIndexedTexts(store: Store): IndexedTexts {
  const { starts, ends, caseNumbers } = store.get<Record<keyof IndexedTexts, string>>(
    `SELECT json_group_array(start_at) AS starts, json_group_array(end_at) AS ends,
       json_group_array(case_no) AS caseNumbers
     FROM (SELECT start_at, end_at, case_no FROM indexed_text ORDER BY start_at)`,
  ) as Record<keyof IndexedTexts, string>;
  return { starts: JSON.parse(starts), ends: JSON.parse(ends), caseNumbers: JSON.parse(caseNumbers) };
}

/** The cases whose current text the index of strings does not have, in code point order of the ids. */
export function casesWithoutIndex(store: Store): { readonly caseId: string; readonly version: string }[] {
  const counts = store.get<{ texts: number; cases: number }>(
    `SELECT (SELECT count(*) FROM indexed_text) AS texts,
       (SELECT count(*) FROM case_version WHERE is_current = 1) AS cases`,
  );
  if (counts?.texts === counts?.cases) return [];
  return store.all(
    `SELECT id AS caseId, version FROM project_case JOIN case_version USING (case_no)
     WHERE is_current = 1 AND case_no NOT IN (SELECT case_no FROM indexed_text) ORDER BY id`,
  );
}

/** The ids of cases in code point order. */
export function idsOfCases(store: Store, caseNumbers: readonly number[]): string[] {
  const { ids } = store.get<{ ids: string }>(
    `SELECT json_group_array(id) AS ids FROM (SELECT id FROM project_case
       WHERE case_no IN (SELECT value FROM json_each(?)) ORDER BY id)`,
    JSON.stringify(caseNumbers),
  ) as { ids: string };
  return JSON.parse(ids);
}
