import { codePointLength } from '../../text/code-points.js';
import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';
import { STOP_WORDS } from './word-lists.js';

interface Part {
  readonly word: string;
  readonly tag: string;
}

/** A run of words in a document that may be a keyword. */
export interface KeywordCandidate {
  readonly word: string;
  readonly parts: readonly Part[];
  frequency: number;
  /** Frequency of the most frequent candidate it stands in. */
  superFrequency: number;
  /** Different words before and after it; where a run begins or ends, each time counts as one. */
  leftKinds: number;
  rightKinds: number;
  /** Occurrences that are a run of their own, between punctuation and function words. */
  wholeRuns: number;
}

const MOST_PARTS = 5;
const LONGEST = 14;
const BREAK = /^(u.*|p|c|y|e|o|w|r.*)$/;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const WEAK_END = /^(d|m|q|f|a)$/;
const NUMERAL = /^[\p{N}〇零一二三四五六七八九十百千万亿两几多.%％]+$/u;

/**
 * The keyword candidates of a document given as tagged lines, its title first: runs of one to five words up to
 * 14 characters, without breaks at punctuation and function words, stop words at the edges, or bare numbers.
 */
export function keywordCandidates(lines: readonly (readonly Part[])[]): KeywordCandidate[] {
  const candidates = new Map<string, KeywordCandidate>();
  const neighbours = new Set<string>();
  const addKind = (key: string) => neighbours.size !== neighbours.add(key).size;
  for (const line of lines) {
    for (const run of runs(line)) {
      eachStretch(run, (word, start, end) => {
        const found = candidates.get(word) ?? emptyCandidate(word, run.slice(start, end));
        candidates.set(word, found);
        found.frequency += 1;
        const before = run[start - 1]?.word;
        const after = run[end]?.word;
        if (before === undefined || addKind(`${before}\0${word}\0`)) found.leftKinds += 1;
        if (after === undefined || addKind(`\0${word}\0${after}`)) found.rightKinds += 1;
        if (before === undefined && after === undefined) found.wholeRuns += 1;
      });
    }
  }
  for (const { word: whole, parts, frequency } of candidates.values()) {
    eachStretch(parts, (word) => {
      const nested = word === whole ? undefined : candidates.get(word);
      if (nested) nested.superFrequency = Math.max(nested.superFrequency, frequency);
    });
  }
  return [...candidates.values()];
}

function emptyCandidate(word: string, parts: readonly Part[]): KeywordCandidate {
  return { word, parts, frequency: 0, superFrequency: 0, leftKinds: 0, rightKinds: 0, wholeRuns: 0 };
}

/** The stretches of a line between punctuation and function words. */
function runs(line: readonly Part[]): Part[][] {
  const found: Part[][] = [[]];
  for (const part of line) {
    if (BREAK.test(part.tag) || !WORD_CHARACTER.test(part.word)) found.push([]);
    else found.at(-1)?.push(part);
  }
  return found;
}

/** Visits the stretches `[start, end)` of a run that may be keywords. */
function eachStretch(run: readonly Part[], visit: (word: string, start: number, end: number) => void): void {
  for (let start = 0; start < run.length; start += 1) {
    if (isStop((run[start] as Part).word)) continue;
    let word = '';
    for (let end = start; end < Math.min(run.length, start + MOST_PARTS); end += 1) {
      const last = run[end] as Part;
      word += last.word;
      const length = codePointLength(word);
      if (length > LONGEST) break;
      if (length > 1 && mayEnd(last, end > start) && !NUMERAL.test(word)) visit(word, start, end + 1);
    }
  }
}

function mayEnd(last: Part, severalParts: boolean): boolean {
  return !isStop(last.word) && !(severalParts && WEAK_END.test(last.tag));
}

function isStop(word: string): boolean {
  return STOP_WORDS.has(word) || FUNCTION_CHARACTERS.has(word);
}
