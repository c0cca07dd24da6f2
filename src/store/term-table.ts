import type { CaseTerm } from '../model/candidate.js';
import { once } from '../text/once.js';
import { countedKinds, givenKinds } from './counted-text.js';
import { joinKinds, readTextScope } from './region-table.js';
import { sealedPlaces } from './sealed-statement-table.js';
import type { Store } from './store.js';
import { MINED, termLists } from './term-lists.js';
import { versionNumber } from './version-number.js';
import { readWords, wordNumber } from './word-table.js';

/** The terms of one case under a generation of statistics, in code point order. */
export interface TermsOfCase {
  readonly caseId: string;
  readonly version: string;
  readonly generation: number;
  readonly terms: readonly CaseTerm[];
}

type TermRow = Omit<CaseTerm, 'caseId' | 'isNew'> & { readonly isNew: number };

/**
 * Saves the terms of a case version under a generation, in the place of those the case had under it and of all terms of
 * other versions or of text that does not count now. Equal terms under several generations are stored once.
 */
export function saveTerms(store: Store, { caseId, version, generation, terms }: TermsOfCase): void {
  store.transaction(() => {
    const versionNo = versionNumber(store, caseId, version);
    const caseNo =
      store.get<{ no: number }>('SELECT case_no AS no FROM project_case WHERE id = ?', caseId)?.no ?? null;
    store.run(
      `DELETE FROM mined_case WHERE case_no = ? AND (generation_no = ? OR
         list_no IN (SELECT list_no FROM term_list WHERE version_no <> ? OR is_current = 0))`,
      caseNo,
      generation,
      versionNo,
    );
    const lists = store.all<{ no: number }>(
      'SELECT DISTINCT list_no AS no FROM mined_case WHERE case_no = ?',
      caseNo,
    );
    const wanted = lists.length > 0 ? contentOf(terms) : '';
    const listNo =
      lists.find(({ no }) => contentOf(readList(store, caseId, no)) === wanted)?.no ??
      addList(store, versionNo, countedOf(store, caseId, version), terms);
    store.run('INSERT INTO mined_case VALUES (?, ?, ?)', caseNo, generation, listNo);
  });
}

/** Gives every case that has terms under one generation, and none under another, the same terms under the latter. */
export function shareTerms(store: Store, from: number, to: number): void {
  store.run(
    `INSERT INTO mined_case SELECT case_no, ?, list_no FROM mined_case WHERE generation_no = ?
     ON CONFLICT DO NOTHING`,
    to,
    from,
  );
}

/**
 * Leaves the given cases their terms under the newest generation only, and every other case those under the
 * generation its group is ranked with besides; terms that none has any more are removed.
 */
export function settleTerms(store: Store, newest: number, toNewest: readonly string[]): void {
  store.run(
    `DELETE FROM mined_case WHERE generation_no < ?
       AND case_no IN (SELECT case_no FROM project_case WHERE id IN (SELECT value FROM json_each(?)))`,
    newest,
    JSON.stringify(toNewest),
  );
  store.run(
    `DELETE FROM mined_case WHERE generation_no < ? AND generation_no >
       (SELECT min(generation_no) FROM mined_case AS same WHERE same.case_no = mined_case.case_no)`,
    newest,
  );
  dropUnusedLists(store);
}

/** Removes what was mined of a case, so that the next mining counts it as new. */
export function forgetTerms(store: Store, caseId: string): void {
  store.run('DELETE FROM mined_case WHERE case_no = (SELECT case_no FROM project_case WHERE id = ?)', caseId);
  dropUnusedLists(store);
}

/** The generation that each mined case was ranked with last, in code point order of the ids. */
export function caseGenerations(store: Store): Map<string, number> {
  const rows = store.all<{ id: string; generation: number }>(
    `SELECT id, min(generation_no) AS generation FROM ${MINED} GROUP BY mined_case.case_no ORDER BY id`,
  );
  return new Map(rows.map(({ id, generation }) => [id, generation]));
}

/** Reads the terms of cases under a generation each, one case at a time in code point order of the ids. */
export function* readTerms(
  store: Store,
  generations: ReadonlyMap<string, number> = caseGenerations(store),
): IterableIterator<TermsOfCase> {
  const mined = store.all<Omit<TermsOfCase, 'terms'> & { readonly listNo: number }>(
    `SELECT id AS caseId, version, generation_no AS generation, list_no AS listNo FROM ${MINED} ORDER BY id`,
  );
  for (const { listNo, ...one } of mined) {
    if (generations.get(one.caseId) !== one.generation) continue;
    yield { ...one, terms: readList(store, one.caseId, listNo) };
  }
}

/**
 * Makes a reader of the terms of one case after the other, in no order, under a generation each: of all its words, or of
 * those with the given numbers.
 */
export function termReader(
  store: Store,
  generations: ReadonlyMap<string, number>,
): (caseId: string, wordNos?: readonly number[]) => CaseTerm[] {
  const words = once(() => readWords(store));
  const lists = new Map(
    termLists(store)
      .filter(({ caseId, generation }) => generations.get(caseId) === generation)
      .map(({ caseId, listNo }) => [caseId, listNo]),
  );
  return (caseId, wordNos) => {
    const list = lists.get(caseId);
    if (list === undefined) return [];
    return wordNos ? readOfList(store, caseId, list, wordNos) : readWholeList(store, caseId, list, words());
  };
}

/** What counts of a case version, as its terms keep it: the kinds of regions (null: all), and the sealed statements. */
function countedOf(
  store: Store,
  caseId: string,
  version: string,
): [kinds: string | null, sealed: string | null] {
  const kinds = countedKinds(readTextScope(store, caseId, version), givenKinds(store));
  return [kinds && joinKinds(kinds), sealedPlaces(store, versionNumber(store, caseId, version))];
}

function addList(
  store: Store,
  versionNo: number | null,
  counted: readonly [kinds: string | null, sealed: string | null],
  terms: readonly CaseTerm[],
): number {
  const { no } = store.get<{ no: number }>(
    'INSERT INTO term_list (version_no, counted, sealed) VALUES (?, ?, ?) RETURNING list_no AS no',
    versionNo,
    ...counted,
  ) as { no: number };
  const rows = terms.map(({ word, pos, frequency, isNew, begins, ends }) => [
    wordNumber(store, word),
    pos,
    frequency,
    Number(isNew),
    begins,
    ends,
  ]);
  // In one statement: a statement a row takes three times as long.
  store.run(
    `INSERT INTO term SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
     FROM json_each(?)`,
    no,
    JSON.stringify(rows),
  );
  return no;
}

/** What a list of terms says, whatever their order. */
function contentOf(terms: readonly CaseTerm[]): string {
  const rows = terms.map(({ word, pos, frequency, isNew, begins, ends }) =>
    JSON.stringify([word, pos, frequency, isNew, begins, ends]),
  );
  return rows.sort().join('\n');
}

function readList(store: Store, caseId: string, listNo: number): CaseTerm[] {
  const rows = store.all<TermRow>(
    `SELECT word, pos, frequency, begins, ends, is_new AS isNew
     FROM term JOIN word USING (word_no) WHERE list_no = ? ORDER BY word, pos`,
    listNo,
  );
  return rows.map((row) => ({ ...row, caseId, isNew: row.isNew === 1 }));
}

/** The terms of a list; looking up the word of each row in the table of words takes longer than reading that table. */
function readWholeList(
  store: Store,
  caseId: string,
  listNo: number,
  words: ReadonlyMap<number, string>,
): CaseTerm[] {
  const rows = store.all<Omit<TermRow, 'word'> & { readonly wordNo: number }>(
    `SELECT word_no AS wordNo, pos, frequency, begins, ends, is_new AS isNew FROM term WHERE list_no = ?`,
    listNo,
  );
  return rows.map(({ wordNo, pos, frequency, begins, ends, isNew }) => ({
    word: words.get(wordNo) as string,
    pos,
    frequency,
    begins,
    ends,
    caseId,
    isNew: isNew === 1,
  }));
}

function readOfList(store: Store, caseId: string, listNo: number, wordNos: readonly number[]): CaseTerm[] {
  const rows = store.all<TermRow>(
    `SELECT word, pos, frequency, begins, ends, is_new AS isNew
     FROM json_each(?) CROSS JOIN term ON list_no = ? AND term.word_no = value JOIN word USING (word_no)`,
    JSON.stringify(wordNos),
    listNo,
  );
  return rows.map((row) => ({ ...row, caseId, isNew: row.isNew === 1 }));
}

function dropUnusedLists(store: Store): void {
  store.run('DELETE FROM term_list WHERE list_no NOT IN (SELECT list_no FROM mined_case)');
}
