import { extname } from 'node:path';
import { UserError } from '../errors.js';
import { decodeText } from '../formats/decode-text.js';
import { readCaseRecords } from '../formats/read-cases.js';
import type { NewWord } from '../model/new-word.js';
import { rankWords } from '../stages/discover/discover-words.js';
import type { DiscoverOptions } from '../stages/discover/word-candidates.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { openSegmenter } from '../stages/segment/jieba.js';
import { readBytes } from './read-bytes.js';
import { encodeTexts } from './workers/encode-texts.js';

/** The argument that stands for standard input. */
export const STANDARD_INPUT = '-';

/** What `discover` reads and how. */
export type DiscoverFilterOptions = DiscoverOptions & {
  readonly files: readonly string[];
  readonly top?: number | undefined;
  /** Cleans the texts first; otherwise they are taken as they are, one paragraph a line. */
  readonly clean: boolean;
  /** Child processes that segment; the result does not depend on it. */
  readonly workers?: number | undefined;
};

const DEFAULT_WORKERS = 2;

/** New words of files (a table of cases counts one text a row, any other file as one), best first. */
export async function discoverInFiles(options: DiscoverFilterOptions): Promise<NewWord[]> {
  const { files, top, clean, profile, minFrequency, maxLength, workers = DEFAULT_WORKERS } = options;
  const texts: string[] = [];
  for (const file of files) {
    for (const text of await readTexts(file)) texts.push(clean ? normalizeText(text).text : text);
  }
  if (!texts.some((text) => /\p{Script=Han}/u.test(text))) {
    throw new UserError('discover/no-han', { source: files.join(' ') });
  }
  const corpus = await encodeTexts(texts, workers);
  const words = rankWords(corpus, openSegmenter(), { profile, minFrequency, maxLength });
  return words.slice(0, top);
}

async function readTexts(path: string): Promise<string[]> {
  const bytes = path === STANDARD_INPUT ? await readStandardInput() : readBytes(path);
  const isTable = ['.jsonl', '.csv'].includes(extname(path).toLowerCase());
  return isTable ? readCaseRecords(path, bytes).map(({ text }) => text) : [decodeText(bytes, path).text];
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
