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
      for (const parts of stretches(run)) {
        const word = join(parts);
        const known = candidates.get(word);
        if (known) known.frequency += 1;
        else candidates.set(word, { word, parts, frequency: 1, superFrequency: 0, inTitle: index === 0 });
      }
    }
  }
  for (const { parts, frequency } of candidates.values()) {
    for (const inner of stretches(parts)) {
      if (inner.length === parts.length) continue;
      const nested = candidates.get(join(inner));
      if (nested) nested.superFrequency = Math.max(nested.superFrequency, frequency);
    }
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

function* stretches(run: readonly Part[]): Generator<readonly Part[]> {
  for (let start = 0; start < run.length; start += 1) {
    if (isStop((run[start] as Part).word)) continue;
    let length = 0;
    for (let end = start; end < Math.min(run.length, start + MOST_PARTS); end += 1) {
      length += codePointLength((run[end] as Part).word);
      if (length > LONGEST) break;
      const parts = run.slice(start, end + 1);
      if (length > 1 && mayEnd(parts)) yield parts;
    }
  }
}

function mayEnd(parts: readonly Part[]): boolean {
  const last = parts.at(-1) as Part;
  if (isStop(last.word)) return false;
  if (parts.length > 1 && WEAK_END.test(last.tag)) return false;
  return !NUMERAL.test(join(parts));
}

function join(parts: readonly Part[]): string {
  return parts.map(({ word }) => word).join('');
}

function isStop(word: string): boolean {
  return STOP_WORDS.has(word) || FUNCTION_CHARACTERS.has(word);
}
