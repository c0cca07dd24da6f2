import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  answerLines,
  type CorpusFrequencies,
  type KeywordsOrder,
  type LineKeywords,
  type LinesAnswer,
  type NamedLines,
} from '../engine/answer-lines.js';
import { inWorkers } from '../engine/in-workers.js';
import { bytesOfSlices, linesOfSlices, linesOfStandardInput } from '../engine/lines-of-files.js';
import { openSpillFolder } from '../engine/spill.js';
import { UserError } from '../errors.js';
import { openStatistics } from '../formats/statistics-lines.js';
import type { StatisticsKind } from '../model/corpus-statistics.js';
import { PROGRAM } from '../paths.js';
import { loadVocabulary, type VocabularyFiles } from '../project/load-vocabulary.js';
import { chunksOf } from '../sources/file-chunks.js';
import { type ReadySlice, wholeFiles } from '../sources/read-share.js';
import { readTextLines, STANDARD_INPUT } from '../sources/text-lines.js';
import { readSegmenterVersion, readToolVersion } from '../sources/tool-version.js';
import { canonicalJson } from '../text/canonical-json.js';

export type { LineKeywords } from '../engine/answer-lines.js';

/** What `keywords` reads and how. */
export interface KeywordsFilterOptions extends VocabularyFiles {
  /** Files and folders of cases; or `-` alone, which is JSONL. */
  readonly files: readonly string[];
  /** What is read of the files, where it is not all of them; frequencies are taken over all. */
  readonly slices?: readonly ReadySlice[] | undefined;
  readonly top: number;
  /**
   * `shipped`: each line by itself. `corpus`: frequencies over all lines, in a first pass. Anything else is a file with the
   * frequencies of every word, as `terms` writes it.
   */
  readonly idf: string;
  readonly clean: boolean;
  /** Child processes that do the work; the result does not depend on it. */
  readonly workers?: number | undefined;
}

const WORKER = new URL('engine/keywords-worker.js', PROGRAM);
const DEFAULT_WORKERS = 2;
/** Bytes whose keywords are extracted in less time than a child process takes to load its dictionary. */
const SMALL = 600_000;

/** Lines that can be read as often as they are asked for, unless they come by standard input. */
interface Lines {
  readonly read: () => AsyncIterable<NamedLines>;
  readonly isSmall: boolean;
}

/** What is read to count words, and how. */
export type WordCountOptions = Pick<
  KeywordsFilterOptions,
  'files' | 'slices' | 'clean' | 'userWords' | 'workers'
>;

/**
 * Extracts the keywords of every line of JSONL files, and of every case of other files, in the order of the files.
 * @throws UserError that of the first faulty line, after the keywords of all before it
 */
export async function* keywordsOfLines(options: KeywordsFilterOptions): AsyncGenerator<LineKeywords> {
  const { files, idf } = options;
  const given = idf === 'shipped' || idf === 'corpus' ? undefined : await readFrequencies(idf, options);
  if (!files.includes(STANDARD_INPUT)) {
    const all = wholeFiles(files);
    const corpus = idf === 'corpus' ? await countInLines(linesOf(all), options) : given;
    yield* extract(linesOf(options.slices ?? all), options, corpus);
  } else if (idf !== 'corpus') {
    yield* extract({ read: linesOfStandardInput, isSmall: false }, options, given);
  } else {
    const { folder, close } = openSpillFolder();
    const path = join(folder, 'lines.jsonl');
    try {
      await pipeline(process.stdin, createWriteStream(path));
      const copy = linesOf([{ kind: 'whole', found: { path, source: path } }], STANDARD_INPUT);
      yield* extract(copy, options, await countInLines(copy, options));
    } finally {
      close();
    }
  }
}

/** In how many lines of some files, and cases, every word stands, whatever it is and however it is written. */
export function countWords({
  files,
  slices = wholeFiles(files),
  ...options
}: WordCountOptions): Promise<CorpusFrequencies> {
  return countInLines(linesOf(slices), options);
}

/** What tells how words are counted: keywords are to be weighed with frequencies that were taken alike. */
export function kindOfWords({
  clean,
  userWords: path,
}: Pick<WordCountOptions, 'clean' | 'userWords'>): StatisticsKind {
  const { userWords } = loadVocabulary({ userWords: path });
  const hash = createHash('sha256').update(JSON.stringify(userWords)).digest('hex');
  const options = {
    'every-word': clean ? 'clean' : 'raw',
    ...(userWords.length > 0 && { 'user-words': hash }),
  };
  return { zhagen: readToolVersion(), segmenter: readSegmenterVersion(), options };
}

async function readFrequencies(path: string, options: KeywordsFilterOptions): Promise<CorpusFrequencies> {
  const lines = readTextLines(chunksOf({ path, source: path }), path);
  const { head, terms } = await openStatistics(lines, path);
  const { zhagen, segmenter, options: taken } = head;
  if (canonicalJson({ zhagen, segmenter, options: taken }) !== canonicalJson(kindOfWords(options))) {
    throw new UserError('statistics/other-words', { path });
  }
  const frequency = new Map<string, number>();
  for await (const some of terms) for (const { word, cases } of some) frequency.set(word, cases);
  return { documents: head.documents, frequency };
}

function linesOf(slices: readonly ReadySlice[], called?: string): Lines {
  const read = async function* () {
    for await (const some of linesOfSlices(slices))
      yield called === undefined ? some : { ...some, path: called };
  };
  return { read, isSmall: bytesOfSlices(slices) <= SMALL };
}

async function countInLines(
  lines: Lines,
  options: Omit<WordCountOptions, 'files' | 'slices'>,
): Promise<CorpusFrequencies> {
  let documents = 0;
  const frequency = new Map<string, number>();
  for await (const part of work<CorpusFrequencies>(lines, 'count', options)) {
    documents += part.documents;
    for (const [word, cases] of part.frequency) frequency.set(word, (frequency.get(word) ?? 0) + cases);
  }
  return { documents, frequency };
}

async function* extract(
  lines: Lines,
  options: KeywordsFilterOptions,
  corpus?: CorpusFrequencies,
): AsyncGenerator<LineKeywords> {
  for await (const { rows, problem } of work<LinesAnswer>(lines, 'extract', options, corpus)) {
    yield* rows;
    if (problem) throw new UserError(problem.code, problem.params);
  }
}

/** Little is worked on here; all else goes to child processes, each with a dictionary to load. */
async function* work<R>(
  { read, isSmall }: Lines,
  task: KeywordsOrder['task'],
  options: Omit<WordCountOptions, 'files' | 'slices'> & Partial<KeywordsFilterOptions>,
  corpus?: CorpusFrequencies,
): AsyncGenerator<R> {
  const { clean, top = 0, workers = DEFAULT_WORKERS } = options;
  const vocabulary = loadVocabulary(options);
  const setup: KeywordsOrder = { task, clean, top, vocabulary, ...(corpus ? { corpus } : {}) };
  if (isSmall) {
    const answer = answerLines(setup);
    for await (const batch of read()) yield answer(batch) as R;
  } else yield* inWorkers<NamedLines, R>(read(), { worker: WORKER, workers, setup });
}
