import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  answerLines,
  type CorpusFrequencies,
  type KeywordsOrder,
  type LineKeywords,
  type LinesAnswer,
} from '../engine/answer-lines.js';
import { inWorkers } from '../engine/in-workers.js';
import { openSpillFolder } from '../engine/spill.js';
import { UserError } from '../errors.js';
import { PROGRAM } from '../paths.js';
import { loadVocabulary, type VocabularyFiles } from '../project/load-vocabulary.js';
import { chunksOf, type NumberedLine, readTextLines, STANDARD_INPUT } from '../sources/text-lines.js';

export type { LineKeywords } from '../engine/answer-lines.js';

/** What `keywords` reads and how. */
export interface KeywordsFilterOptions extends VocabularyFiles {
  readonly file: string;
  readonly top: number;
  /** `shipped`: each line by itself. `corpus`: frequencies over all lines, in a first pass. */
  readonly idf: 'shipped' | 'corpus';
  readonly clean: boolean;
  /** Child processes that do the work; the result does not depend on it. */
  readonly workers?: number | undefined;
}

const WORKER = new URL('engine/keywords-worker.js', PROGRAM);
const DEFAULT_WORKERS = 2;
/** Bytes whose keywords are extracted in less time than a child process takes to load its dictionary. */
const SMALL = 600_000;

/**
 * Extracts the keywords of every line of a JSONL file, in the order of the lines.
 * @throws UserError that of the first faulty line, after the keywords of all before it
 */
export async function* keywordsOfLines(options: KeywordsFilterOptions): AsyncGenerator<LineKeywords> {
  if (options.idf === 'shipped') yield* extract(options.file, options);
  else if (options.file !== STANDARD_INPUT) yield* extractInTwoPasses(options.file, options);
  else {
    const { folder, close } = openSpillFolder();
    const copy = join(folder, 'lines.jsonl');
    try {
      await pipeline(process.stdin, createWriteStream(copy));
      yield* extractInTwoPasses(copy, options);
    } finally {
      close();
    }
  }
}

async function* extractInTwoPasses(
  file: string,
  options: KeywordsFilterOptions,
): AsyncGenerator<LineKeywords> {
  let documents = 0;
  const frequency = new Map<string, number>();
  for await (const part of work<CorpusFrequencies>(file, 'count', options)) {
    documents += part.documents;
    for (const [word, cases] of part.frequency) frequency.set(word, (frequency.get(word) ?? 0) + cases);
  }
  yield* extract(file, options, { documents, frequency });
}

async function* extract(
  file: string,
  options: KeywordsFilterOptions,
  corpus?: CorpusFrequencies,
): AsyncGenerator<LineKeywords> {
  for await (const { rows, problem } of work<LinesAnswer>(file, 'extract', options, corpus)) {
    yield* rows;
    if (problem) throw new UserError(problem.code, problem.params);
  }
}

/** A small file is worked on here; all else goes to child processes, each with a dictionary to load. */
async function* work<R>(
  file: string,
  task: KeywordsOrder['task'],
  options: KeywordsFilterOptions,
  corpus?: CorpusFrequencies,
): AsyncGenerator<R> {
  const { file: path, clean, top, workers = DEFAULT_WORKERS } = options;
  const vocabulary = loadVocabulary(options);
  const setup: KeywordsOrder = { task, path, clean, top, vocabulary, ...(corpus ? { corpus } : {}) };
  const lines = readTextLines(chunksOf(file), path);
  if (isSmall(file)) {
    const answer = answerLines(setup);
    for await (const batch of lines) yield answer(batch) as R;
  } else yield* inWorkers<readonly NumberedLine[], R>(lines, { worker: WORKER, workers, setup });
}

function isSmall(file: string): boolean {
  if (file === STANDARD_INPUT) return false;
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  return size !== undefined && size <= SMALL;
}
