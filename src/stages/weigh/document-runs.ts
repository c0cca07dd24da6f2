import type { DocumentWord } from './document-words.js';

/** What a run of words stands beside, as far as it tells whether the run is a term. */
export type Context =
  | 'afterDe'
  | 'afterListed'
  | 'afterQuote'
  | 'afterFor'
  | 'afterBy'
  | 'beforeDe'
  | 'beforeListed'
  | 'beforeGloss';

/** A stretch of words between punctuation and function words. */
export interface Run {
  readonly words: readonly DocumentWord[];
  readonly before: Context | undefined;
  readonly after: Context | undefined;
  /** Number of its sentence. */
  readonly sentence: number;
  /** Number of its first word in the document. */
  readonly place: number;
  readonly inTitle: boolean;
}

const LISTING = ['、', '与', '和', '及', '及其', '以及', '或'];
const BEFORE: ReadonlyMap<string, Context> = new Map([
  ...each('afterDe', ['的', '之']),
  ...each('afterListed', LISTING),
  ...each('afterQuote', [...'“"《〈<「『']),
  ...each('afterFor', ['对', '对于', '在']),
  ...each('afterBy', ['基于', '用', '以', '采用']),
]);
const AFTER: ReadonlyMap<string, Context> = new Map([
  ...each('beforeDe', ['的']),
  ...each('beforeListed', LISTING),
]);
const BRACKET = /^[(（]$/;
const LATIN = /^[A-Za-z]/;

/** The runs of a document given line by line, its title first. */
export function runsOf(lines: readonly (readonly DocumentWord[])[]): Run[] {
  const runs: Run[] = [];
  let sentence = 0;
  let place = 0;
  for (const [index, line] of lines.entries()) {
    let start = 0;
    for (let at = 0; at <= line.length; at += 1) {
      const word = line[at];
      if (word !== undefined && (!word.breaks || joinsAt(line, at))) continue;
      if (at > start) {
        const before = BEFORE.get(line[start - 1]?.word ?? '');
        const words = line.slice(start, at);
        runs.push({
          words,
          before,
          after: after(line, at),
          sentence,
          place: place + start,
          inTitle: index === 0,
        });
      }
      start = at + 1;
      if (word?.endsSentence) sentence += 1;
    }
    place += line.length;
    sentence += 1;
  }
  return runs;
}

function joinsAt(line: readonly DocumentWord[], at: number): boolean {
  return line[at]?.joins === true && line[at - 1]?.breaks === false && line[at + 1]?.breaks === false;
}

function after(line: readonly DocumentWord[], end: number): Context | undefined {
  const word = line[end]?.word ?? '';
  if (BRACKET.test(word) && LATIN.test(line[end + 1]?.word ?? '')) return 'beforeGloss';
  return AFTER.get(word);
}

function each(context: Context, words: readonly string[]): [string, Context][] {
  return words.map((word) => [word, context]);
}
