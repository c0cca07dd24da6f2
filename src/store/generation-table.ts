import type { NewWord } from '../model/new-word.js';
import type { Store } from './store.js';
import { readTaughtWords } from './taught-word-table.js';
import { wordNumber } from './word-table.js';

/** What a mining run learnt from the corpus; its options are in the run record. */
export interface Statistics {
  /** Number of cases the frequencies are taken over. */
  readonly documents: number;
  /** Discovered words, best first. */
  readonly newWords: readonly NewWord[];
  /** Number of cases that contain each word; of a word that people taught since, as if it had been known. */
  readonly documentFrequency: ReadonlyMap<string, number>;
}

/** The number of a generation of statistics, the run that computed it and the number of its cases. */
export interface GenerationHead {
  readonly number: number;
  readonly runId: string;
  readonly documents: number;
  /** The file that the statistics were taken from, with its cases elsewhere; null: they are of the project's own. */
  readonly file: string | null;
}

/** A generation of statistics. */
export type Generation = GenerationHead & Statistics;

const SELECT_HEAD = `SELECT generation_no AS number, run_id AS runId, documents, content.name AS file
  FROM generation LEFT JOIN run ON run.id = run_id LEFT JOIN content ON hash = run.inputs ->> '$."statistics-file"'`;

/** Saves a generation of statistics, in the place of what its number had before. */
export function saveGeneration(store: Store, number: number, runId: string, statistics: Statistics): void {
  store.transaction(() => {
    store.run(
      `INSERT INTO generation VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET run_id = excluded.run_id, documents = excluded.documents`,
      number,
      runId,
      statistics.documents,
    );
    for (const table of ['new_word', 'document_frequency']) {
      store.run(`DELETE FROM ${table} WHERE generation_no = ?`, number);
    }
    for (const [index, word] of statistics.newWords.entries()) saveNewWord(store, number, index + 1, word);
    for (const [word, cases] of statistics.documentFrequency) {
      store.run('INSERT INTO document_frequency VALUES (?, ?, ?)', number, wordNumber(store, word), cases);
    }
  });
}

/** The heads of all generations that a group is ranked with, and of the newest, the oldest first. */
export function generationHeads(store: Store): GenerationHead[] {
  return store.all<GenerationHead>(`${SELECT_HEAD} ORDER BY generation_no`);
}

/** The generation computed last. */
export function newestGeneration(store: Store): GenerationHead | undefined {
  return generationHeads(store).at(-1);
}

/** Reads what a generation knows. */
export function readStatistics(store: Store, { number, documents }: GenerationHead): Statistics {
  const frequencies = store.all<{ word: string; cases: number }>(
    `SELECT word, cases FROM document_frequency JOIN word USING (word_no)
     WHERE generation_no = ? ORDER BY word`,
    number,
  );
  const documentFrequency = new Map(frequencies.map(({ word, cases }) => [word, cases]));
  for (const [word, cases] of readTaughtWords(store, number)) if (cases) documentFrequency.set(word, cases);
  return { documents, newWords: readNewWords(store, number), documentFrequency };
}

/** The new words of a generation that have a part of speech, in code point order. */
export function newWordsOfPos(store: Store, generation: number, pos: string): string[] {
  const rows = store.all<{ word: string }>(
    'SELECT word FROM new_word WHERE generation_no = ? AND pos = ? ORDER BY word',
    generation,
    pos,
  );
  return rows.map(({ word }) => word);
}

/** What the newest generation knows of a word of the corpus. */
export interface WordFigures {
  readonly word: string;
  readonly documentFrequency: number;
  readonly cohesion: number | null;
  readonly freedom: number | null;
  readonly certainty: number | null;
}

/** What the newest generation knows of some words; figures of discovery only of those that were discovered. */
export function readWordFigures(store: Store, words: readonly string[]): Map<string, WordFigures> {
  const wanted = JSON.stringify(words);
  const newest = newestGeneration(store)?.number ?? 0;
  type Discovered = Pick<WordFigures, 'word' | 'cohesion' | 'freedom' | 'certainty'>;
  // Without statistics SQLite would look through all new words of the generation for each wanted one.
  const discovered = store.all<Discovered>(
    `SELECT word, cohesion, min(left_entropy, right_entropy) AS freedom, score AS certainty
     FROM json_each(?) AS wanted
     CROSS JOIN new_word INDEXED BY new_word_by_word ON word = wanted.value AND generation_no = ?`,
    wanted,
    newest,
  );
  const figures = new Map(discovered.map((row) => [row.word, row]));
  // From the words, in this order: SQLite would begin with all words of the generation.
  const known = store.all<Pick<WordFigures, 'word' | 'documentFrequency'>>(
    `SELECT word, cases AS documentFrequency FROM json_each(?) AS wanted
     CROSS JOIN word ON word.word = wanted.value CROSS JOIN document_frequency USING (word_no)
     WHERE generation_no = ?`,
    wanted,
    newest,
  );
  const unknown = { cohesion: null, freedom: null, certainty: null };
  return new Map(known.map((row) => [row.word, { ...unknown, ...figures.get(row.word), ...row }]));
}

/** Removes the generations under which no case has terms. */
export function dropUnusedGenerations(store: Store): void {
  store.run('DELETE FROM generation WHERE generation_no NOT IN (SELECT generation_no FROM mined_case)');
}

function saveNewWord(store: Store, generation: number, rank: number, word: NewWord): void {
  store.run(
    'INSERT INTO new_word VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    generation,
    rank,
    word.word,
    word.pos,
    word.score,
    word.frequency,
    word.cases,
    word.cohesion,
    word.leftEntropy,
    word.rightEntropy,
    word.hmmShare,
    word.alignment,
    word.length,
    Number(word.inDictionary),
    word.knownAlignment,
    word.cutsInside,
    word.beginShare,
    word.endShare,
  );
}

/** Reads the discovered words of a generation, best first. */
export function readNewWords(store: Store, generation: number): NewWord[] {
  const rows = store.all<Omit<NewWord, 'inDictionary'> & { inDictionary: number }>(
    `SELECT word, pos, score, frequency, cases, cohesion, left_entropy AS leftEntropy,
       right_entropy AS rightEntropy, hmm_share AS hmmShare, alignment, length,
       in_dictionary AS inDictionary, known_alignment AS knownAlignment, cuts_inside AS cutsInside,
       begin_share AS beginShare, end_share AS endShare
     FROM new_word WHERE generation_no = ? ORDER BY rank`,
    generation,
  );
  return rows.map((row) => ({ ...row, inDictionary: row.inDictionary === 1 }));
}
