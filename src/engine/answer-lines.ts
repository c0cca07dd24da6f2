import { z } from 'zod';
import { type ErrorCode, type ErrorParams, UserError } from '../errors.js';
import { problemOfJson } from '../formats/json-problem.js';
import { placeOfIssue, problemOfIssue } from '../formats/schema-problem.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { LONGEST_TEXT, type NumberedLine, tooLong } from '../sources/text-lines.js';
import { normalizeText } from '../stages/normalize/normalize-text.js';
import { openSegmenter, shippedIdf } from '../stages/segment/jieba.js';
import { type DocumentKeyword, keywordExtractor } from '../stages/weigh/extract-keywords.js';
import { foldCase } from '../stages/weigh/letter-case.js';
import { codePointLength } from '../text/code-points.js';
import { toWordForms } from '../text/text-form.js';

/** The keywords of one line of the input, under the id it gave (null where it gave none). */
export interface LineKeywords {
  readonly id: string | number | null;
  readonly keywords: readonly DocumentKeyword[];
}

/** In how many of how many documents each word stands. */
export interface CorpusFrequencies {
  readonly documents: number;
  readonly frequency: ReadonlyMap<string, number>;
}

/** Lines of a file, and how messages call it. */
export interface NamedLines {
  readonly path: string;
  readonly lines: readonly NumberedLine[];
}

/** What the worker is to do with all lines. */
export interface KeywordsOrder {
  readonly task: 'count' | 'extract';
  readonly clean: boolean;
  readonly top: number;
  readonly vocabulary: Vocabulary;
  readonly corpus?: CorpusFrequencies;
}

/** What it makes of a batch of lines: up to the first line that is faulty, if there is one. */
export interface LinesAnswer {
  readonly rows: readonly LineKeywords[];
  readonly problem?: { readonly code: ErrorCode; readonly params: ErrorParams[ErrorCode] };
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

/**
 * What is made of a batch of lines: their keywords, or for `--idf corpus` first in how many of them each word stands.
 * The same here and in a child process.
 */
export function answerLines(order: KeywordsOrder): (batch: NamedLines) => CorpusFrequencies | LinesAnswer {
  const segmenter = openSegmenter();
  segmenter.keepWords(order.vocabulary.userWords);
  const read = (line: NumberedLine, path: string) => readLine(line, path, order);
  if (order.task === 'count') {
    return ({ path, lines }) => {
      const frequency = new Map<string, number>();
      for (const { title, text } of lines.map((line) => read(line, path))) {
        for (const word of new Set(segmenter.tag(`${title}\n${text}`).map((part) => foldCase(part.word)))) {
          frequency.set(word, (frequency.get(word) ?? 0) + 1);
        }
      }
      return { documents: lines.length, frequency };
    };
  }
  const idf = order.corpus ? corpusIdf(order.corpus) : shippedIdf();
  const extract = keywordExtractor(segmenter, idf, order);
  return ({ path, lines }) => {
    const rows: LineKeywords[] = [];
    try {
      for (const line of lines) {
        const { id, ...document } = read(line, path);
        rows.push({ id, keywords: extract(document) });
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { rows, problem: { code: error.code, params: error.params } };
    }
    return { rows };
  };
}

/** ln(documents / documents with the word); a word that none has counts as if one had it. */
function corpusIdf({ documents, frequency }: CorpusFrequencies): (word: string) => number {
  return (word) => Math.log((documents + 1) / (frequency.get(foldCase(word)) ?? 1));
}

function readLine({ number, line }: NumberedLine, path: string, { clean }: KeywordsOrder): Line {
  const { id, title, text } = parseLine(line, path, number);
  const characters = codePointLength(text);
  if (characters > LONGEST_TEXT) throw tooLong(path, number, characters);
  return {
    id: id ?? null,
    title: toWordForms(title ?? ''),
    text: clean ? normalizeText(text).text : toWordForms(text),
  };
}

function parseLine(line: string, path: string, number: number): z.infer<typeof lineSchema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UserError('import/bad-record', {
      path,
      line: number,
      place: '',
      problem: problemOfJson(error),
    });
  }
  const parsed = lineSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const problem = problemOfIssue(issue);
  throw new UserError('import/bad-record', { path, line: number, place: placeOfIssue(issue), problem });
}
