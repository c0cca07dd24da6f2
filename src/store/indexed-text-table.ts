import type { Store } from './store.js';

/** The texts that the index of strings has, of the cases that count. */
export interface IndexedTexts {
  /** Where each begins and ends, in the order of the places. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Which of the ids is that of its case. */
  readonly caseIndexes: Uint32Array;
  /** The ids of all cases in code point order. */
  readonly caseIds: readonly string[];
}

/** Reads where the texts lie in the index of strings. */
export function readIndexedTexts(store: Store): IndexedTexts {
  return store.remember('indexed texts', () => {
    // One row of lists: so many rows would take longer than a look-up.
    const lists = store.get<Record<'starts' | 'ends' | 'ofTexts' | 'caseNumbers' | 'caseIds', string>>(
      `SELECT starts, ends, ofTexts, caseNumbers, caseIds FROM
         (SELECT json_group_array(start_at) AS starts, json_group_array(end_at) AS ends,
            json_group_array(case_no) AS ofTexts FROM (SELECT * FROM indexed_text WHERE is_valid = 1
              AND case_no IN (SELECT case_no FROM counted_version) ORDER BY start_at)),
         (SELECT json_group_array(case_no) AS caseNumbers, json_group_array(id) AS caseIds
            FROM (SELECT case_no, id FROM project_case ORDER BY id))`,
    );
    const numbers = (list = '[]') => JSON.parse(list) as number[];
    const indexes = new Map(numbers(lists?.caseNumbers).map((number, index) => [number, index]));
    return {
      starts: numbers(lists?.starts),
      ends: numbers(lists?.ends),
      caseIndexes: Uint32Array.from(numbers(lists?.ofTexts), (number) => indexes.get(number) as number),
      caseIds: JSON.parse(lists?.caseIds ?? '[]') as string[],
    };
  });
}

/** The cases (that count, or all) whose counted text the index of strings does not have, in code point order of the ids. */
export function casesWithoutIndex(
  store: Store,
  scope: 'counted' | 'all' = 'all',
): readonly { readonly caseId: string; readonly version: string }[] {
  return store.remember(`${scope} cases without index`, () =>
    store.all(
      `SELECT id AS caseId, version
       FROM project_case JOIN ${scope === 'all' ? 'case_version' : 'counted_version'} USING (case_no)
       WHERE is_current = 1 AND case_no NOT IN (SELECT case_no FROM indexed_text WHERE is_valid = 1) ORDER BY id`,
    ),
  );
}

/** Says that the index of strings has the counted text of a case from one place to another. */
export function saveIndexedText(store: Store, caseId: string, start: number, end: number): void {
  store.run(
    'INSERT OR REPLACE INTO indexed_text SELECT ?, ?, case_no, 1 FROM project_case WHERE id = ?',
    start,
    end,
    caseId,
  );
}

/** Says whether what the index of strings has of the case of a version, if anything, is its counted text. */
export function setIndexValid(store: Store, versionNo: number | null, isValid: boolean): void {
  store.run(
    `UPDATE indexed_text SET is_valid = ?
     WHERE case_no = (SELECT case_no FROM case_version WHERE version_no = ? AND is_current = 1)`,
    Number(isValid),
    versionNo,
  );
}

/** Whether the index of strings has the counted text of a case. */
export function isIndexed(store: Store, caseId: string): boolean {
  const sql = 'SELECT 1 FROM indexed_text JOIN project_case USING (case_no) WHERE id = ? AND is_valid = 1';
  return store.get(sql, caseId) !== undefined;
}

/** How many places the texts take of which the index of strings is valid, each with the gap behind it. */
export function countIndexedPlaces(store: Store): number {
  const sql = 'SELECT coalesce(sum(end_at - start_at + 1), 0) AS places FROM indexed_text WHERE is_valid = 1';
  return store.get<{ places: number }>(sql)?.places ?? 0;
}
