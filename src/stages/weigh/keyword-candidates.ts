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
  readonly inTitle: boolean;
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
  for (const [index, line] of lines.entries()) {
    for (const run of runs(line)) {
      eachStretch(run, (word, start, end) => {
        const known = candidates.get(word);
        if (known) known.frequency += 1;
        else {
          const parts = run.slice(start, end);
          candidates.set(word, { word, parts, frequency: 1, superFrequency: 0, inTitle: index === 0 });
        }
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
