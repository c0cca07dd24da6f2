import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { UserError } from '../errors.js';
import { decodeUtf8 } from '../formats/decode-text.js';
import { readCaseRecords } from '../formats/read-cases.js';
import type { NewWord } from '../model/new-word.js';
import { rankWords } from '../stages/discover/discover-words.js';
import type { DiscoverOptions } from '../stages/discover/word-candidates.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { openSegmenter } from '../stages/segment/jieba.js';
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
  const texts = files.flatMap(readTexts).map((text) => (clean ? normalizeText(text).text : text));
  if (!texts.some((text) => /\p{Script=Han}/u.test(text))) {
    throw new UserError('discover/no-han', { source: files.join(' ') });
  }
  const corpus = await encodeTexts(texts, workers);
  const words = rankWords(corpus, openSegmenter(), { profile, minFrequency, maxLength });
  return words.slice(0, top);
}

function readTexts(path: string): string[] {
  const bytes = readWhole(path);
  const isTable = ['.jsonl', '.csv'].includes(extname(path).toLowerCase());
  return isTable ? readCaseRecords(path, bytes).map(({ text }) => text) : [decodeUtf8(bytes, path)];
}

function readWhole(path: string): Uint8Array {
  try {
    return readFileSync(path === STANDARD_INPUT ? 0 : path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError('import/missing-path', { path });
    throw new UserError('import/unreadable', { path, reason: message });
  }
}
