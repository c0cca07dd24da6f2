import type { DocumentWord } from './document-words.js';

/** A run of words in a document that may be a keyword. */
export interface KeywordCandidate {
  readonly word: string;
  readonly parts: readonly DocumentWord[];
  /** In code points. */
  readonly length: number;
  frequency: number;
  /** Frequency of the most frequent candidate it stands in. */
  superFrequency: number;
  /** Different words before and after it; where a run begins or ends, each time counts as one. */
  leftKinds: number;
  rightKinds: number;
  /** Occurrences that are a run of their own, between punctuation and function words. */
  wholeRuns: number;
}

/** A candidate with the words around its first occurrence, which are counted when there is a second one. */
interface Found extends KeywordCandidate {
  readonly index: number;
  readonly before: DocumentWord | undefined;
  readonly after: DocumentWord | undefined;
}

const MOST_PARTS = 5;
const LONGEST = 14;

/**
 * The keyword candidates of a document given line by line, its title first: runs of one to five words up to
 * 14 characters, without breaks at punctuation and function words, stop words at the edges, or bare numbers.
 */
export function keywordCandidates(lines: readonly (readonly DocumentWord[])[]): KeywordCandidate[] {
  const candidates = new Map<string, Found>();
  const lefts = neighbourSet();
  const rights = neighbourSet();
  for (const line of lines) {
    for (const run of runs(line)) {
      eachStretch(run, (word, length, start, end) => {
        const before = run[start - 1];
        const after = run[end];
        const found = candidates.get(word);
        if (found === undefined) {
          candidates.set(word, {
            word,
            parts: run.slice(start, end),
            length,
            frequency: 1,
            superFrequency: 0,
            leftKinds: 1,
            rightKinds: 1,
            wholeRuns: before === undefined && after === undefined ? 1 : 0,
            index: candidates.size,
            before,
            after,
          });
          return;
        }
        found.frequency += 1;
        if (found.frequency === 2) {
          lefts.add(found.index, found.before);
          rights.add(found.index, found.after);
        }
        if (lefts.add(found.index, before)) found.leftKinds += 1;
        if (rights.add(found.index, after)) found.rightKinds += 1;
        if (before === undefined && after === undefined) found.wholeRuns += 1;
      });
    }
  }
  for (const { word: whole, parts, frequency } of candidates.values()) {
    if (parts.length === 1) continue;
    eachStretch(parts, (word) => {
      const nested = word === whole ? undefined : candidates.get(word);
      if (nested && nested.superFrequency < frequency) nested.superFrequency = frequency;
    });
  }
  return [...candidates.values()];
}

/** Pairs of a candidate and a word beside it; no word at all is always another one. */
function neighbourSet() {
  const pairs = new Map<number, Set<number>>();
  return {
    /** Whether the pair is new. */
    add: (candidate: number, neighbour: DocumentWord | undefined): boolean => {
      if (neighbour === undefined) return true;
      const known = pairs.get(candidate);
      if (known === undefined) pairs.set(candidate, new Set([neighbour.index]));
      else if (known.has(neighbour.index)) return false;
      else known.add(neighbour.index);
      return true;
    },
  };
}

/** The stretches of a line between punctuation and function words. */
function runs(line: readonly DocumentWord[]): DocumentWord[][] {
  const found: DocumentWord[][] = [[]];
  for (const word of line) {
    if (word.breaks) found.push([]);
    else found.at(-1)?.push(word);
  }
  return found;
}

/** Visits the stretches `[start, end)` of a run that may be keywords. */
function eachStretch(
  run: readonly DocumentWord[],
  visit: (word: string, length: number, start: number, end: number) => void,
): void {
  for (let start = 0; start < run.length; start += 1) {
    if ((run[start] as DocumentWord).isStop) continue;
    const limit = Math.min(run.length, start + MOST_PARTS);
    let word = '';
    let length = 0;
    let isNumeral = true;
    for (let end = start; end < limit; end += 1) {
      const last = run[end] as DocumentWord;
      word += last.word;
      length += last.length;
      isNumeral &&= last.isNumeral;
      if (length > LONGEST) break;
      const mayEnd = !last.isStop && !(end > start && last.endsWeakly);
      if (length > 1 && mayEnd && !isNumeral) visit(word, length, start, end + 1);
    }
  }
}
