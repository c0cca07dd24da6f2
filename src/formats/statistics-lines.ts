import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../errors.js';
import type {
  CorpusStatistics,
  StatisticsFault,
  StatisticsHead,
  TermCases,
} from '../model/corpus-statistics.js';
import { type NewWord, newWordSchema } from '../model/new-word.js';
import { compareByCodePoint } from '../text/code-points.js';

/** Some lines of a file, each with its number (from 1). */
type Lines = readonly { readonly number: number; readonly line: string }[];

/** A statistics file that is read from the beginning: its terms, some at a time, are to be read to the end. */
export interface OpenStatistics extends Pick<CorpusStatistics, 'head' | 'newWords'> {
  readonly terms: AsyncGenerator<readonly TermCases[]>;
}

const FORMAT = 1;
const headSchema = z.object({
  statistics: z.literal(FORMAT),
  zhagen: z.string(),
  segmenter: z.string(),
  options: z.record(z.string(), z.string()),
  documents: z.number().int().nonnegative(),
  newWords: z.number().int().nonnegative(),
});
const END = /^\{"lines":(\d+),"sha256":"([0-9a-f]{64})"\}\r?$/;
/** As JSON writes it; a word without escapes, as nearly all are, needs no parser. */
const TERM = /^\{"word":"((?:[^"\\]|\\.)+)","cases":([1-9]\d{0,14})\}\r?$/;

/** Characters that are written together. */
const AT_ONCE = 1 << 16;

/**
 * The text of a statistics file, some lines at a time: the head, the new words, the terms, which come in code point order,
 * and how many lines that were with their sha256, so that a file that was cut or altered is noticed.
 */
export async function* formatStatistics(
  head: StatisticsHead,
  newWords: readonly NewWord[],
  terms: AsyncIterable<readonly TermCases[]> | Iterable<readonly TermCases[]>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const { zhagen, segmenter, options, documents } = head;
  let lines = 1 + newWords.length;
  let text = `${JSON.stringify({ statistics: FORMAT, zhagen, segmenter, options, documents, newWords: newWords.length })}\n`;
  const take = () => {
    const taken = text;
    hash.update(taken);
    text = '';
    return taken;
  };
  for (const word of newWords) text += `${JSON.stringify(word)}\n`;
  for await (const some of terms) {
    lines += some.length;
    for (const { word, cases } of some) text += `{"word":${JSON.stringify(word)},"cases":${cases}}\n`;
    if (text.length > AT_ONCE) yield take();
  }
  yield take();
  yield `{"lines":${lines},"sha256":"${hash.digest('hex')}"}\n`;
}

/**
 * Opens the lines of a statistics file; every line is looked at, and messages call the file `path`.
 * @throws UserError statistics/bad-line; from the terms also statistics/cut, statistics/altered
 */
export async function openStatistics(lines: AsyncIterable<Lines>, path: string): Promise<OpenStatistics> {
  const source = linesOf(lines);
  const hash = createHash('sha256');
  let passed = 0;
  let at = 0;
  const fail = (fault: StatisticsFault) => new UserError('statistics/bad-line', { path, line: at, fault });
  const cut = () => new UserError('statistics/cut', { path });
  const next = async <T>(schema: z.ZodType<T>, fault: StatisticsFault): Promise<T> => {
    const { value } = await source.next();
    if (!value) throw passed === 0 ? fail(fault) : cut();
    at = value.number;
    if (END.test(value.line)) throw new UserError('statistics/altered', { path });
    const parsed = schema.safeParse(parseJson(value.line));
    if (!parsed.success) throw passed > 0 && (await source.isAtEnd()) ? cut() : fail(fault);
    hash.update(`${value.line}\n`);
    passed += 1;
    return parsed.data;
  };
  const { statistics: _, ...head } = await next(headSchema, 'header');
  const newWords: NewWord[] = [];
  while (newWords.length < head.newWords) newWords.push(await next(newWordSchema, 'new-word'));
  const terms = async function* () {
    let before = '';
    let isEnded = false;
    for await (const some of source.rest()) {
      const read: TermCases[] = [];
      for (const { number, line } of some) {
        at = number;
        if (isEnded) throw fail('after-end');
        const [, count, sum] = END.exec(line) ?? [];
        if (count !== undefined) {
          const isWhole = Number(count) === passed && hash.copy().digest('hex') === sum;
          if (!isWhole) throw new UserError('statistics/altered', { path });
          isEnded = true;
          continue;
        }
        const term = parseTerm(line);
        if (!term) throw number === some.at(-1)?.number && (await source.isAtEnd()) ? cut() : fail('term');
        if (compareByCodePoint(before, term.word) >= 0) throw fail('order');
        if (term.cases > head.documents) throw fail('cases');
        hash.update(`${line}\n`);
        before = term.word;
        passed += 1;
        read.push(term);
      }
      if (read.length > 0) yield read;
    }
    if (!isEnded) throw cut();
  };
  return { head, newWords, terms: terms() };
}

/**
 * Reads the text of a statistics file whose lines were looked at when it was taken in; of a word that has several lines by now,
 * since names gave way to pseudonyms, the first counts.
 */
export function readKeptStatistics(text: string): CorpusStatistics {
  const lines = text.split('\n');
  const { statistics: _, ...head } = headSchema.parse(parseJson(lines[0] ?? ''));
  const newWords = new Map<string, NewWord>();
  for (const line of lines.slice(1, 1 + head.newWords)) {
    const word = parseJson(line) as NewWord;
    if (!newWords.has(word.word)) newWords.set(word.word, word);
  }
  const documentFrequency = new Map<string, number>();
  for (let at = 1 + head.newWords; at < lines.length; at += 1) {
    const term = parseTerm(lines[at] as string);
    if (term && !documentFrequency.has(term.word)) documentFrequency.set(term.word, term.cases);
  }
  return { head, newWords: [...newWords.values()], documentFrequency };
}

/** One line after the other, then what is left as it comes. */
function linesOf(lines: AsyncIterable<Lines>) {
  const source = lines[Symbol.asyncIterator]();
  let some: Lines = [];
  let at = 0;
  return {
    next: async () => {
      while (at >= some.length) {
        const more = await source.next();
        if (more.done) return { value: undefined };
        [some, at] = [more.value, 0];
      }
      at += 1;
      return { value: some[at - 1] };
    },
    rest: async function* () {
      const left = some.slice(at);
      at = some.length;
      if (left.length > 0) yield left;
      for (let more = await source.next(); !more.done; more = await source.next()) yield more.value;
    },
    isAtEnd: async () => at >= some.length && (await source.next()).done === true,
  };
}

function parseTerm(line: string): TermCases | undefined {
  const [, word, cases] = TERM.exec(line) ?? [];
  if (word === undefined) return undefined;
  const spelt = word.includes('\\') ? parseJson(`"${word}"`) : word;
  return typeof spelt === 'string' ? { word: spelt, cases: Number(cases) } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
