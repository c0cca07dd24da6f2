import { availableParallelism } from 'node:os';
import { localEngine } from '../engine/engine.js';
import { readPlainText, readStandardInput } from '../engine/plain-text.js';
import { DEFAULT_WORKERS } from '../engine/worker-pool.js';
import { UserError } from '../errors.js';
import type { LongText } from '../model/case-record.js';
import type { NewWord } from '../model/new-word.js';
import { mayBeNewWord } from '../model/vocabulary.js';
import { loadVocabulary, type VocabularyFiles } from '../project/load-vocabulary.js';
import { openCaseReader, type UnreadPart } from '../sources/read-case-file.js';
import { STANDARD_INPUT } from '../sources/text-lines.js';
import type { DiscoverOptions } from '../stages/discover/word-candidates.js';
import { openCleaning } from '../stages/normalize/normalize-text.js';
import { toTextForm } from '../text/text-form.js';

/** What `discover` reads and how. */
export type DiscoverFilterOptions = DiscoverOptions &
  VocabularyFiles & {
    readonly files: readonly string[];
    readonly top?: number | undefined;
    /** Cleans the texts first; otherwise they are taken as they are, one paragraph a line. */
    readonly clean: boolean;
    /** Child processes that segment; the result does not depend on it. */
    readonly workers?: number | undefined;
    /** Told before the first word what of the files was not read. */
    readonly onUnread?: ((parts: readonly UnreadPart[]) => void) | undefined;
  };

const HAN_CHARACTER = /\p{Script=Han}/u;

/** Files that are read as import reads them; any other file is taken as plain text. */
const CASE_FORMAT = /\.(?:jsonl|csv|tsv|docx?|pdf|html?|mht(?:ml)?|xls[xm]?|zip)$/i;

/** New words of files (a table of cases counts one text a row, any other file as one), best first. */
export async function* discoverInFiles(options: DiscoverFilterOptions): AsyncGenerator<NewWord> {
  const { files, clean, workers = DEFAULT_WORKERS } = options;
  const { profile, minFrequency, maxLength } = options;
  const choose = openChoice(options);
  let hasHan = false;
  const looked = async function* (text: AsyncIterable<string>) {
    for await (const chunk of text) {
      hasHan ||= HAN_CHARACTER.test(chunk);
      yield chunk;
    }
  };
  const texts = async function* () {
    for await (const text of textsOf(files, clean, options.onUnread)) yield looked(text);
  };
  const engine = localEngine({ workers: Math.min(workers, availableParallelism()) });
  const words = await engine.discover(texts(), { profile, minFrequency, maxLength });
  if (!hasHan) throw new UserError('discover/no-han', { source: files.join(' ') });
  yield* choose(words);
}

/**
 * What takes the first so many of ranked words that are not in the vocabulary.
 * @throws UserError vocabulary/faulty, import/missing-path
 */
export function openChoice({
  top = Number.POSITIVE_INFINITY,
  ...files
}: VocabularyFiles & Pick<DiscoverFilterOptions, 'top'>): (words: Iterable<NewWord>) => Generator<NewWord> {
  const vocabulary = loadVocabulary(files);
  const given = new Set(vocabulary.userWords.map(({ word }) => word));
  return function* (words) {
    let rank = 0;
    for (const one of words) {
      const form = toTextForm(one.word);
      if (given.has(form) || !mayBeNewWord(vocabulary, form)) continue;
      rank += 1;
      if (rank > top) return;
      yield one;
    }
  };
}

/** Each text chunk by chunk, since it may be larger than memory; it is to be read before the next one. */
export async function* textsOf(
  files: readonly string[],
  clean: boolean,
  onUnread?: DiscoverFilterOptions['onUnread'],
): AsyncGenerator<AsyncIterable<string>> {
  for await (const text of rawTextsOf(files, onUnread)) yield clean ? cleaned(text) : text;
}

async function* rawTextsOf(
  files: readonly string[],
  onUnread: DiscoverFilterOptions['onUnread'],
): AsyncGenerator<AsyncIterable<string>> {
  const reader = openCaseReader({});
  try {
    for (const path of files) {
      if (path === STANDARD_INPUT) yield readStandardInput(path);
      else if (!CASE_FORMAT.test(path)) yield readPlainText(path);
      else
        for await (const { record } of reader.readCases({ path, source: path })) yield chunksOf(record.text);
    }
    onUnread?.(reader.unread());
  } finally {
    reader.close();
  }
}

async function* chunksOf(text: string | LongText): AsyncGenerator<string> {
  if (typeof text === 'string') yield text;
  else for await (const piece of text.pieces()) yield piece.text;
}

async function* cleaned(text: AsyncIterable<string>): AsyncGenerator<string> {
  const { add, end } = openCleaning();
  for await (const chunk of text) for (const section of add(chunk)) yield section.normalized.text;
  yield end().normalized.text;
}
