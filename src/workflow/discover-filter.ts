import { availableParallelism } from 'node:os';
import { UserError } from '../errors.js';
import { decodeText } from '../formats/decode-text.js';
import type { NewWord } from '../model/new-word.js';
import { mayBeNewWord } from '../model/vocabulary.js';
import type { DiscoverOptions } from '../stages/discover/word-candidates.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { DEFAULT_WORKERS, discoverInTexts } from './discover-in-texts.js';
import { loadVocabulary, type VocabularyFiles } from './load-vocabulary.js';
import { readBytes } from './read-bytes.js';
import { openCaseReader, type UnreadPart } from './read-case-file.js';
import { wholeText } from './stream-case-file.js';

/** The argument that stands for standard input. */
export const STANDARD_INPUT = '-';

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
  const { files, top = Number.POSITIVE_INFINITY, clean, workers = DEFAULT_WORKERS } = options;
  const { profile, minFrequency, maxLength } = options;
  const vocabulary = loadVocabulary(options);
  const given = new Set(vocabulary.userWords.map(({ word }) => word));
  let hasHan = false;
  const texts = async function* () {
    for await (const text of textsOf(files, options.onUnread)) {
      hasHan ||= HAN_CHARACTER.test(text);
      yield clean ? normalizeText(text).text : text;
    }
  };
  const words = await discoverInTexts(
    texts(),
    { profile, minFrequency, maxLength },
    Math.min(workers, availableParallelism()),
  );
  if (!hasHan) throw new UserError('discover/no-han', { source: files.join(' ') });
  let rank = 0;
  for (const one of words) {
    if (given.has(one.word) || !mayBeNewWord(vocabulary, one.word)) continue;
    rank += 1;
    if (rank > top) return;
    yield one;
  }
}

async function* textsOf(
  files: readonly string[],
  onUnread: DiscoverFilterOptions['onUnread'],
): AsyncGenerator<string> {
  const reader = openCaseReader({});
  try {
    for (const path of files) {
      if (path === STANDARD_INPUT) yield decodeText(await readStandardInput(), path).text;
      else if (!CASE_FORMAT.test(path)) yield decodeText(readBytes(path), path).text;
      else
        for await (const { record } of reader.readCases({ path, source: path }))
          yield await wholeText(record.text);
    }
    onUnread?.(reader.unread());
  } finally {
    reader.close();
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
