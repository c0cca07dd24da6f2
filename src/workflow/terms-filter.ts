import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { type CaseCounts, openTermCounter, type TextRecord } from '../engine/count-terms.js';
import { inWorkers } from '../engine/in-workers.js';
import { DEFAULT_WORKERS } from '../engine/worker-pool.js';
import { UserError } from '../errors.js';
import { readNewWordLines } from '../formats/new-word-lines.js';
import { formatStatistics, type OpenStatistics, openStatistics } from '../formats/statistics-lines.js';
import type { StatisticsKind, TermCases } from '../model/corpus-statistics.js';
import type { NewWord } from '../model/new-word.js';
import { mayBeNewWord, type Vocabulary } from '../model/vocabulary.js';
import { PROGRAM } from '../paths.js';
import { loadVocabulary, type VocabularyFiles } from '../project/load-vocabulary.js';
import { openCaseReader, type UnreadPart } from '../sources/read-case-file.js';
import { listCorpus } from '../sources/read-share.js';
import { readTextFile } from '../sources/read-text-file.js';
import type { ReadCase } from '../sources/stream-case-file.js';
import { readTextLines } from '../sources/text-lines.js';
import { readSegmenterVersion, readToolVersion } from '../sources/tool-version.js';
import { requireText } from '../stages/import/build-cases.js';
import { readWhole } from '../stages/normalize/read-counted-text.js';
import { canonicalJson } from '../text/canonical-json.js';
import { compareByCodePoint } from '../text/code-points.js';

import { countWords, kindOfWords, type WordCountOptions } from './keywords-filter.js';

/** What `terms` teaches the segmenter, and how it works. */
export interface TermsOptions extends VocabularyFiles {
  /** The file of new words that `discover` wrote. */
  readonly newWords?: string | undefined;
  /** Child processes that clean and segment; the result does not depend on it. */
  readonly workers?: number | undefined;
}

/** A statistics file, or what a part holds of one: what messages call it, and its bytes. */
export interface StatisticsPart {
  readonly path: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** What the command `terms` reads and how. */
export interface TermsFilterOptions extends TermsOptions {
  readonly paths: readonly string[];
  /** Told before the first line what of the files was not read. */
  readonly onUnread?: ((parts: readonly UnreadPart[]) => void) | undefined;
}

const WORKER = new URL('engine/terms-worker.js', PROGRAM);
/** Characters of a batch; what makes fewer than two is counted in less time than a child process takes to load its dictionary. */
const BATCH = 400_000;
/** Terms that are written together. */
const AT_ONCE = 1000;

/** The statistics file of every word of files and folders, as `keywords` counts words, and of how many lines and cases. */
export async function wordsOfFiles(
  options: WordCountOptions,
): Promise<{ readonly documents: number; readonly lines: AsyncGenerator<string> }> {
  const { documents, frequency } = await countWords(options);
  const head = { ...kindOfWords(options), documents, newWords: 0 };
  return { documents, lines: formatStatistics(head, [], inOrder(frequency)) };
}

/** The statistics file of the cases that files and folders hold. @throws UserError as `termsOfCases` */
export async function* termsOfFiles({
  paths,
  onUnread,
  ...options
}: TermsFilterOptions): AsyncGenerator<string> {
  const reader = openCaseReader({});
  const cases = async function* () {
    for (const found of listCorpus(paths)) yield* reader.readCases(found);
    onUnread?.(reader.unread());
  };
  try {
    yield* termsOfCases(cases(), options);
  } finally {
    reader.close();
  }
}

/**
 * The statistics file of some cases: the new words, and in how many of the cases each term of their counted texts stands, as
 * mining counts them.
 * @throws UserError import/empty-file, import/empty-row, import/bad-record; those of the vocabulary and of the cases
 */
export async function* termsOfCases(
  cases: AsyncIterable<ReadCase>,
  options: TermsOptions,
): AsyncGenerator<string> {
  const vocabulary = loadVocabulary(options);
  const newWords = readNewWords(options, vocabulary);
  const words = { newWords, userWords: vocabulary.userWords, stopWords: vocabulary.stopWords };
  const counts = new Map<string, number>();
  let documents = 0;
  const records = async function* () {
    for await (const { record } of cases) {
      requireText(record);
      if (record.isWithoutText) continue;
      documents += 1;
      const { text, marks } = await readWhole(record);
      yield { text, ...(marks && { marks }) };
    }
  };
  for await (const some of countBatches(batchesOf(records()), words, options)) {
    for (const [word, count] of some) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  const head = { ...kindOf(vocabulary), documents, newWords: newWords.length };
  yield* formatStatistics(head, newWords, inOrder(counts));
}

/**
 * The statistics file of all cases together that several files hold the statistics of; each case must be in one of them.
 * One file is read after the other.
 * @throws UserError statistics/different; those of `openStatistics`
 */
export async function* addStatistics(parts: readonly StatisticsPart[]): AsyncGenerator<string> {
  const counts = new Map<string, number>();
  let first: OpenStatistics | undefined;
  let documents = 0;
  for (const { path, chunks } of parts) {
    const opened = await openStatistics(readTextLines(chunks, path), path);
    first ??= opened;
    if (identityOf(opened) !== identityOf(first)) {
      throw new UserError('statistics/different', { path, first: parts[0]?.path ?? '' });
    }
    documents += opened.head.documents;
    for await (const some of opened.terms) {
      for (const { word, cases } of some) counts.set(word, (counts.get(word) ?? 0) + cases);
    }
  }
  if (first) yield* formatStatistics({ ...first.head, documents }, first.newWords, inOrder(counts));
}

/** Everything of statistics that must be the same where they are to be added up. */
function identityOf({ head: { zhagen, segmenter, options }, newWords }: OpenStatistics): string {
  return canonicalJson({ zhagen, segmenter, options, newWords });
}

function readNewWords({ newWords }: TermsOptions, vocabulary: Vocabulary): NewWord[] {
  if (newWords === undefined) return [];
  const all = readNewWordLines(readTextFile(newWords), newWords);
  return all.filter(({ word }) => mayBeNewWord(vocabulary, word));
}

function kindOf({ userWords, stopWords }: Vocabulary): StatisticsKind {
  const hashOf = (words: readonly unknown[]) =>
    createHash('sha256').update(JSON.stringify(words)).digest('hex');
  return {
    zhagen: readToolVersion(),
    segmenter: readSegmenterVersion(),
    options: {
      ...(userWords.length > 0 && { 'user-words': hashOf(userWords) }),
      ...(stopWords.size > 0 && { 'stop-words': hashOf([...stopWords].sort(compareByCodePoint)) }),
    },
  };
}

async function* batchesOf(records: AsyncIterable<TextRecord>): AsyncGenerator<readonly TextRecord[]> {
  let batch: TextRecord[] = [];
  let room = BATCH;
  for await (const record of records) {
    batch.push(record);
    room -= record.text.length;
    if (room > 0) continue;
    yield batch;
    [batch, room] = [[], BATCH];
  }
  if (batch.length > 0) yield batch;
}

/** One batch is counted here; more go to child processes, each with a dictionary to load. */
async function* countBatches(
  batches: AsyncGenerator<readonly TextRecord[]>,
  words: Parameters<typeof openTermCounter>[0],
  { workers = DEFAULT_WORKERS }: TermsOptions,
): AsyncGenerator<CaseCounts> {
  const first = await batches.next();
  if (first.done) return;
  const second = await batches.next();
  if (second.done) {
    yield openTermCounter(words)(first.value);
    return;
  }
  const all = async function* () {
    yield first.value;
    yield second.value;
    yield* batches;
  };
  yield* inWorkers<readonly TextRecord[], CaseCounts>(all(), {
    worker: WORKER,
    workers: Math.min(workers, availableParallelism()),
    setup: words,
  });
}

function* inOrder(counts: ReadonlyMap<string, number>): Generator<TermCases[]> {
  const words = [...counts.keys()].sort(compareByCodePoint);
  for (let at = 0; at < words.length; at += AT_ONCE) {
    yield words.slice(at, at + AT_ONCE).map((word) => ({ word, cases: counts.get(word) as number }));
  }
}
