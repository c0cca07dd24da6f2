import { UserError } from '../errors.js';
import { decodeText } from '../formats/decode-text.js';
import type { NewWord } from '../model/new-word.js';
import { mayBeNewWord } from '../model/vocabulary.js';
import { rankWords } from '../stages/discover/discover-words.js';
import type { DiscoverOptions } from '../stages/discover/word-candidates.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { openSegmenter } from '../stages/segment/jieba.js';
import { loadVocabulary, type VocabularyFiles } from './load-vocabulary.js';
import { readBytes } from './read-bytes.js';
import { type CaseReader, openCaseReader } from './read-case-file.js';
import { encodeTexts } from './workers/encode-texts.js';

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
  };

const DEFAULT_WORKERS = 2;

/** Files that are read as import reads them; any other file is taken as plain text. */
const CASE_FORMAT = /\.(?:jsonl|csv|tsv|docx?|pdf|html?|mht(?:ml)?|xls[xm]?|zip)$/i;

/** New words of files (a table of cases counts one text a row, any other file as one), best first. */
export async function discoverInFiles(options: DiscoverFilterOptions): Promise<NewWord[]> {
  const { files, top, clean, profile, minFrequency, maxLength, workers = DEFAULT_WORKERS } = options;
  const vocabulary = loadVocabulary(options);
  const given = new Set(vocabulary.userWords.map(({ word }) => word));
  const texts: string[] = [];
  const reader = openCaseReader({});
  try {
    for (const file of files) {
      for (const text of await readTexts(file, reader)) texts.push(clean ? normalizeText(text).text : text);
    }
  } finally {
    reader.close();
  }
  if (!texts.some((text) => /\p{Script=Han}/u.test(text))) {
    throw new UserError('discover/no-han', { source: files.join(' ') });
  }
  const corpus = await encodeTexts(texts, workers);
  const words = rankWords(corpus, openSegmenter(), { profile, minFrequency, maxLength });
  return words.filter(({ word }) => !given.has(word) && mayBeNewWord(vocabulary, word)).slice(0, top);
}

async function readTexts(path: string, reader: CaseReader): Promise<string[]> {
  if (path === STANDARD_INPUT) return [decodeText(await readStandardInput(), path).text];
  if (!CASE_FORMAT.test(path)) return [decodeText(readBytes(path), path).text];
  const texts: string[] = [];
  for await (const { record } of reader.readCases({ path, source: path })) texts.push(record.text);
  return texts;
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
