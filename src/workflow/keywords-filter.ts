import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { UserError } from '../errors.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { openSegmenter, shippedIdf } from '../stages/segment/jieba.js';
import { type DocumentKeyword, extractKeywords } from '../stages/weigh/extract-keywords.js';
import { STANDARD_INPUT } from './discover-filter.js';
import { readError } from './read-bytes.js';

/** What `keywords` reads and how. */
export interface KeywordsFilterOptions {
  readonly file: string;
  readonly top: number;
  /** `shipped`: each line by itself. `corpus`: frequencies over all lines, in a first pass. */
  readonly idf: 'shipped' | 'corpus';
  readonly clean: boolean;
}

/** The keywords of one line of the input, under the id it gave (null where it gave none). */
export interface LineKeywords {
  readonly id: string | number | null;
  readonly keywords: readonly DocumentKeyword[];
}

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  title: z.string().nullish(),
  text: z.string(),
});

interface Line {
  readonly id: LineKeywords['id'];
  readonly title: string;
  readonly text: string;
}

/** Extracts the keywords of every line of a JSONL file, in the order of the lines. */
export async function* keywordsOfLines(options: KeywordsFilterOptions): AsyncGenerator<LineKeywords> {
  const segmenter = openSegmenter();
  let lines: AsyncIterable<Line> | Iterable<Line> = readLines(options);
  let idf = shippedIdf();
  if (options.idf === 'corpus') {
    const all: Line[] = [];
    for await (const line of lines) all.push(line);
    idf = corpusIdf(
      all.map(({ title, text }) => new Set(segmenter.tag(`${title}\n${text}`).map(({ word }) => word))),
    );
    lines = all;
  }
  for await (const { id, title, text } of lines) {
    yield { id, keywords: extractKeywords({ title, text }, segmenter, idf, { top: options.top }) };
  }
}

/** ln(documents / documents with the word); a word that none has counts as if one had it. */
function corpusIdf(documents: readonly ReadonlySet<string>[]): (word: string) => number {
  const frequency = new Map<string, number>();
  for (const words of documents)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return (word) => Math.log((documents.length + 1) / (frequency.get(word) ?? 1));
}

async function* readLines({ file, clean }: KeywordsFilterOptions): AsyncGenerator<Line> {
  let number = 0;
  for await (const line of textLines(file)) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, title, text } = parseLine(line, file, number);
    yield { id: id ?? null, title: title ?? '', text: clean ? normalizeText(text).text : text };
  }
}

/** The lines of a UTF-8 file or of standard input, as they come. */
async function* textLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let offset = 0;
  let rest = '';
  try {
    for await (const chunk of file === STANDARD_INPUT ? process.stdin : createReadStream(file)) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      offset += chunk.length;
      rest = lines.pop() ?? '';
      yield* lines;
    }
    rest += decoder.decode();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new UserError('import/not-utf8', { path: file, offset });
    }
    throw readError(error, file);
  }
  if (rest !== '') yield rest;
}

function parseLine(line: string, path: string, number: number): z.infer<typeof lineSchema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UserError('import/bad-record', { path, line: number, problem: (error as Error).message });
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problem = z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ');
  throw new UserError('import/bad-record', { path, line: number, problem });
}
