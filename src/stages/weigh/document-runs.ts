import type { DocumentWords, Section } from './document-words.js';
import type { WordFacts } from './word-facts.js';

/** What a run of words stands beside, as far as it tells whether the run is a term. */
export type Context = 'afterDe' | 'afterListed' | 'beforeDe' | 'beforeListed' | 'beforeGloss';

/** A stretch of words between punctuation and function words: the tokens `[start, end)` of its document. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly before: Context | undefined;
  readonly after: Context | undefined;
  /** Number of its sentence. */
  readonly sentence: number;
  readonly inTitle: boolean;
}

const LISTING = ['、', '与', '和', '及', '及其', '以及', '或'];
const BEFORE: ReadonlyMap<string, Context> = new Map([
  ...each('afterDe', ['的', '之']),
  ...each('afterListed', LISTING),
]);
const AFTER: ReadonlyMap<string, Context> = new Map([
  ...each('beforeDe', ['的']),
  ...each('beforeListed', LISTING),
]);
const BRACKET = /^[(（]$/;
const LATIN = /^[A-Za-z]/;

/** The runs of a section and how many sentences it has. */
export function runsOf(
  { words, tokens }: DocumentWords,
  { from, lineEnds }: Section,
): { readonly runs: readonly Run[]; readonly sentences: number } {
  const runs: Run[] = [];
  let sentence = 0;
  let begin = from;
  for (const [line, lineEnd] of lineEnds.entries()) {
    const wordAt = (at: number): WordFacts | undefined =>
      at >= begin && at < lineEnd ? words[tokens[at] as number] : undefined;
    let start = begin;
    for (let at = begin; at <= lineEnd; at += 1) {
      const word = wordAt(at);
      if (word !== undefined && (!word.breaks || (word.joins && isBetweenWords(wordAt, at)))) continue;
      if (at > start) {
        runs.push({
          start,
          end: at,
          before: BEFORE.get(wordAt(start - 1)?.word ?? ''),
          after: contextAfter(wordAt, at),
          sentence,
          inTitle: line === 0,
        });
      }
      start = at + 1;
      if (word?.endsSentence) sentence += 1;
    }
    begin = lineEnd;
    sentence += 1;
  }
  return { runs, sentences: sentence };
}

function isBetweenWords(wordAt: (at: number) => WordFacts | undefined, at: number): boolean {
  return wordAt(at - 1)?.breaks === false && wordAt(at + 1)?.breaks === false;
}

function contextAfter(wordAt: (at: number) => WordFacts | undefined, end: number): Context | undefined {
  const word = wordAt(end)?.word ?? '';
  if (BRACKET.test(word) && LATIN.test(wordAt(end + 1)?.word ?? '')) return 'beforeGloss';
  return AFTER.get(word);
}

function each(context: Context, words: readonly string[]): [string, Context][] {
  return words.map((word) => [word, context]);
}
