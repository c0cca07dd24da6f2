import { WITHOUT_TEXT } from '../model/without-text.js';
import type { Store } from './store.js';

/** The lists of terms that were collected from what counts of their text now. */
const CURRENT_LIST = '(SELECT * FROM term_list WHERE is_current = 1)';

/** The cases that count and whose version was mined as it counts now, once for each generation under which they have terms. */
export const MINED = `mined_case JOIN project_case USING (case_no) JOIN ${CURRENT_LIST} AS term_list USING (list_no)
  JOIN counted_version ON counted_version.version_no = term_list.version_no`;

/** The number of the given cases that contain each word, by their terms under a generation. */
export function countCasesWithWords(
  store: Store,
  generation: number,
  caseIds: readonly string[],
): Map<string, number> {
  const rows = store.all<{ word: string; cases: number }>(
    `SELECT word, count(DISTINCT mined_case.case_no) AS cases
     FROM ${MINED} JOIN term USING (list_no) JOIN word USING (word_no)
     WHERE generation_no = ? AND id IN (SELECT value FROM json_each(?)) GROUP BY word_no`,
    generation,
    JSON.stringify(caseIds),
  );
  return new Map(rows.map(({ word, cases }) => [word, cases]));
}

/** The list of terms that each mined case has under each of its generations. */
export function termLists(
  store: Store,
): { readonly caseId: string; readonly generation: number; readonly listNo: number }[] {
  return store.all(`SELECT id AS caseId, generation_no AS generation, list_no AS listNo FROM ${MINED}`);
}

/** How often each word occurs in the given cases under a generation each, by its part of speech, and in how many of them. */
export function countWords(
  store: Store,
  generations: ReadonlyMap<string, number>,
): { readonly word: string; readonly pos: string; readonly frequency: number; readonly cases: number }[] {
  const lists = termLists(store).filter(({ caseId, generation }) => generations.get(caseId) === generation);
  return store.all(
    `SELECT word, pos, frequency, cases FROM (
       SELECT word_no, pos, sum(frequency) AS frequency, count(*) AS cases
       FROM json_each(?) CROSS JOIN term ON list_no = value GROUP BY word_no, pos
     ) JOIN word USING (word_no)`,
    JSON.stringify(lists.map(({ listNo }) => listNo)),
  );
}

/** The lists of terms that contain a word; each list is asked, since few words are asked for. */
export function listsWithWord(store: Store, word: string): number[] {
  const rows = store.all<{ no: number }>(
    `SELECT list_no AS no FROM word CROSS JOIN term_list
     WHERE word = ? AND EXISTS (SELECT 1 FROM term WHERE term.list_no = term_list.list_no AND term.word_no = word.word_no)`,
    word,
  );
  return rows.map(({ no }) => no);
}

/** Whether a list of terms contains the word of a number. */
export function listHasWord(store: Store, listNo: number, wordNo: number): boolean {
  return store.get('SELECT 1 FROM term WHERE list_no = ? AND word_no = ?', listNo, wordNo) !== undefined;
}

/** Whether a word is among the terms of any case. */
export function isTerm(store: Store, word: string): boolean {
  const lists = new Set(listsWithWord(store, word));
  return lists.size > 0 && termLists(store).some(({ listNo }) => lists.has(listNo));
}

/** The screened keywords of groups that are among the terms of their cases, under a generation each, in no order. */
export function keywordsAmongTerms(
  store: Store,
  groups: ReadonlyMap<string, readonly string[]>,
  generations: ReadonlyMap<string, number>,
): { readonly caseId: string; readonly word: string }[] {
  const lists = new Map(
    termLists(store)
      .filter(({ caseId, generation }) => generations.get(caseId) === generation)
      .map(({ caseId, listNo }) => [caseId, listNo]),
  );
  const members = [...groups].flatMap(([group, ids]) => ids.map((id) => [group, id, lists.get(id) ?? null]));
  return store.all(
    `SELECT value ->> 1 AS caseId, word
     FROM json_each(?) CROSS JOIN keyword ON group_name = value ->> 0 CROSS JOIN word USING (word)
     WHERE EXISTS (SELECT 1 FROM term WHERE list_no = value ->> 2 AND term.word_no = word.word_no)`,
    JSON.stringify(members),
  );
}

/** Numbers of different words among the terms of each case under its generation, at most `limit` of each. */
export function firstWordNumbers(
  store: Store,
  generations: ReadonlyMap<string, number>,
  limit: number,
): Map<string, number[]> {
  const rows = store.all<{ caseId: string; generation: number; words: string }>(
    `SELECT id AS caseId, generation_no AS generation, (
       SELECT json_group_array(word_no) FROM (
         SELECT DISTINCT word_no FROM term WHERE term.list_no = term_list.list_no LIMIT ?
       )
     ) AS words FROM ${MINED}`,
    limit,
  );
  return new Map(
    rows
      .filter(({ caseId, generation }) => generations.get(caseId) === generation)
      .map(({ caseId, words }) => [caseId, JSON.parse(words)]),
  );
}

/** The discovered words among the terms of some cases and of no others named, in how many cases and how often, most cases first. */
export function newWordsOfCases(
  store: Store,
  ids: readonly string[],
  others: readonly string[],
): { readonly word: string; readonly cases: number; readonly frequency: number }[] {
  const ofCases = `${MINED} JOIN term USING (list_no) WHERE is_new = 1 AND id IN (SELECT value FROM json_each(?))`;
  return store.all(
    `SELECT word, count(DISTINCT id) AS cases, sum(frequency) AS frequency FROM (
       SELECT id, word_no, frequency FROM ${ofCases} AND generation_no =
         (SELECT max(generation_no) FROM mined_case AS newest WHERE newest.case_no = mined_case.case_no)
     ) JOIN word USING (word_no)
     WHERE word_no NOT IN (SELECT word_no FROM ${ofCases})
     GROUP BY word_no ORDER BY cases DESC, frequency DESC, word`,
    JSON.stringify(ids),
    JSON.stringify(others),
  );
}

/** The ids of the cases that count, have a text and are not mined in their current version, in code point order. */
export function casesNotMined(store: Store): string[] {
  const rows = store.all<{ id: string }>(
    `SELECT id FROM project_case JOIN counted_version USING (case_no)
     WHERE version_no NOT IN (
       SELECT version_no FROM mined_case JOIN ${CURRENT_LIST} USING (list_no)
     ) AND version <> ? ORDER BY id`,
    WITHOUT_TEXT,
  );
  return rows.map(({ id }) => id);
}

/** The case versions that count, have a text and no terms under a generation, in code point order of the ids. */
export function casesWithoutTerms(
  store: Store,
  generation: number,
): { readonly caseId: string; readonly version: string }[] {
  return store.all(
    `SELECT id AS caseId, version FROM project_case JOIN counted_version USING (case_no)
     WHERE version_no NOT IN (
       SELECT version_no FROM mined_case JOIN ${CURRENT_LIST} USING (list_no) WHERE generation_no = ?
     ) AND version <> ? ORDER BY id`,
    generation,
    WITHOUT_TEXT,
  );
}
