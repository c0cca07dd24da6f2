import type { NewWord } from '../model/new-word.js';
import type { Store } from './store.js';
import { readTaughtWords } from './taught-word-table.js';
import { wordNumber } from './word-table.js';

/** What a mining run learnt from the corpus; its options stand in the run record. */
export interface Statistics {
  /** Number of cases the frequencies are taken over. */
  readonly documents: number;
  /** Discovered words, best first. */
  readonly newWords: readonly NewWord[];
  /** Number of cases each word stands in; of a word that people taught since, as if it had been known. */
  readonly documentFrequency: ReadonlyMap<string, number>;
}

/** Statistics with the mining run they come from. */
export interface FrozenStatistics extends Statistics {
  readonly runId: string;
}

/** Puts the statistics of a mining run in force, in the place of earlier ones. */
export function saveStatistics(store: Store, runId: string, statistics: Statistics): void {
  store.transaction(() => {
    for (const table of ['statistics', 'new_word', 'document_frequency']) store.run(`DELETE FROM ${table}`);
    store.run('INSERT INTO statistics VALUES (1, ?, ?)', runId, statistics.documents);
    for (const [index, word] of statistics.newWords.entries()) saveNewWord(store, index + 1, word);
    for (const [word, cases] of statistics.documentFrequency) {
      store.run('INSERT INTO document_frequency VALUES (?, ?)', wordNumber(store, word), cases);
    }
  });
}

/** The statistics in force. */
export function readStatistics(store: Store): FrozenStatistics | undefined {
  const head = store.get<{ runId: string; documents: number }>(
    'SELECT run_id AS runId, documents FROM statistics',
  );
  if (head === undefined) return undefined;
  const frequencies = store.all<{ word: string; cases: number }>(
    'SELECT word, cases FROM document_frequency JOIN word USING (word_no) ORDER BY word',
  );
  const documentFrequency = new Map(frequencies.map(({ word, cases }) => [word, cases]));
  for (const [word, cases] of readTaughtWords(store)) if (cases) documentFrequency.set(word, cases);
  return { ...head, newWords: readNewWords(store), documentFrequency };
}

function saveNewWord(store: Store, rank: number, word: NewWord): void {
  store.run(
    'INSERT INTO new_word VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
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

function readNewWords(store: Store): NewWord[] {
  const rows = store.all<Omit<NewWord, 'inDictionary'> & { inDictionary: number }>(
    `SELECT word, pos, score, frequency, cases, cohesion, left_entropy AS leftEntropy,
       right_entropy AS rightEntropy, hmm_share AS hmmShare, alignment, length,
       in_dictionary AS inDictionary, known_alignment AS knownAlignment, cuts_inside AS cutsInside,
       begin_share AS beginShare, end_share AS endShare
     FROM new_word ORDER BY rank`,
  );
  return rows.map((row) => ({ ...row, inDictionary: row.inDictionary === 1 }));
}
