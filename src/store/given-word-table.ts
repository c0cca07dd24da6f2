import { z } from 'zod';
import type { GivenWord } from '../model/given-word.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

const rowsSchema = z.array(z.tuple([z.number().int(), z.number().int(), z.string().nullable()]));

/** Keeps the words that a text was given with, or none; returns whether they are others than before. */
export function saveGivenWords(
  store: Store,
  caseId: string,
  version: string,
  words: readonly GivenWord[] | null,
): boolean {
  const versionNo = versionNumber(store, caseId, version);
  const written = words && JSON.stringify(words.map(({ start, end, pos }) => [start, end, pos]));
  const before = wordsOf(store, versionNo) ?? null;
  if (before === written) return false;
  store.run('DELETE FROM given_words WHERE version_no = ?', versionNo);
  if (written !== null) store.run('INSERT INTO given_words VALUES (?, ?)', versionNo, written);
  return true;
}

/** The words that a text was given with, in order; null for a text that the program cuts. */
export function readGivenWords(store: Store, caseId: string, version: string): GivenWord[] | null {
  const written = wordsOf(store, versionNumber(store, caseId, version));
  if (written === undefined) return null;
  return rowsSchema.parse(JSON.parse(written)).map(([start, end, pos]) => ({ start, end, pos }));
}

/** The cases whose current text was given with its words, in code point order. */
export function casesWithGivenWords(store: Store): string[] {
  return store
    .all<{ id: string }>(
      `SELECT id FROM given_words JOIN case_version USING (version_no) JOIN project_case USING (case_no)
       WHERE is_current = 1 ORDER BY id`,
    )
    .map(({ id }) => id);
}

function wordsOf(store: Store, versionNo: number | null): string | undefined {
  return store.get<{ words: string }>('SELECT words FROM given_words WHERE version_no = ?', versionNo)?.words;
}
