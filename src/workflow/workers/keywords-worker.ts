import { z } from 'zod';
import { UserError } from '../../errors.js';
import { normalizeText } from '../../stages/normalize/normalize-text.js';
import { openSegmenter, shippedIdf } from '../../stages/segment/jieba.js';
import { extractKeywords } from '../../stages/weigh/extract-keywords.js';
import { codePointLength } from '../../text/code-points.js';
import type { CorpusFrequencies, KeywordsOrder, LineKeywords, LinesAnswer } from '../keywords-filter.js';
import { LONGEST_TEXT, type NumberedLine, tooLong } from '../text-lines.js';
import { serveBatches } from './serve-batches.js';

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

// A child process that extracts the keywords of lines, or counts for `--idf corpus` in how many of them each word stands.
serveBatches<KeywordsOrder, readonly NumberedLine[], CorpusFrequencies | LinesAnswer>((order) => {
  const segmenter = openSegmenter();
  segmenter.addWords(order.vocabulary.userWords);
  const read = (line: NumberedLine) => readLine(line, order);
  if (order.task === 'count') {
    return (lines) => {
      const frequency = new Map<string, number>();
      for (const { title, text } of lines.map(read)) {
        for (const word of new Set(segmenter.tag(`${title}\n${text}`).map((part) => part.word))) {
          frequency.set(word, (frequency.get(word) ?? 0) + 1);
        }
      }
      return { documents: lines.length, frequency };
    };
  }
  const idf = order.corpus ? corpusIdf(order.corpus) : shippedIdf();
  return (lines) => {
    const rows: LineKeywords[] = [];
    try {
      for (const line of lines) {
        const { id, ...document } = read(line);
        rows.push({ id, keywords: extractKeywords(document, segmenter, idf, order) });
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { rows, problem: { code: error.code, params: error.params } };
    }
    return { rows };
  };
});

/** ln(documents / documents with the word); a word that none has counts as if one had it. */
function corpusIdf({ documents, frequency }: CorpusFrequencies): (word: string) => number {
  return (word) => Math.log((documents + 1) / (frequency.get(word) ?? 1));
}

function readLine({ number, line }: NumberedLine, { path, clean }: KeywordsOrder): Line {
  const { id, title, text } = parseLine(line, path, number);
  const characters = codePointLength(text);
  if (characters > LONGEST_TEXT) throw tooLong(path, number, characters);
  return { id: id ?? null, title: title ?? '', text: clean ? normalizeText(text).text : text };
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
