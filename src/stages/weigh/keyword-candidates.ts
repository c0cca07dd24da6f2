import { type Context, runsOf } from './document-runs.js';
import type { DocumentWord } from './document-words.js';

/** A run of words in a document that may be a keyword. */
export interface KeywordCandidate extends Record<Context, number> {
  readonly word: string;
  readonly parts: readonly DocumentWord[];
  /** In code points. */
  readonly length: number;
  frequency: number;
  /** Occurrences after the title. */
  textFrequency: number;
  /** Frequency of the most frequent candidate it stands in. */
  superFrequency: number;
  /** Frequency of the candidate without its last word, and without its first; 0 where that is none. */
  beginFrequency: number;
  endFrequency: number;
  /** Different words before and after it; where a run begins or ends, each time counts as one. */
  leftKinds: number;
  rightKinds: number;
  /** Occurrences that are a run of their own, between punctuation and function words, begin one, or end one. */
  wholeRuns: number;
  runBegins: number;
  runEnds: number;
  /** Words of all the runs it stands in. */
  runWords: number;
  /** Sentences with it. */
  sentences: number;
  lastSentence: number;
  /** Places of the first and last occurrence, and of the first in the text after the title (-1: none), in words. */
  readonly first: number;
  firstInText: number;
  last: number;
}

/** A candidate with the words around its first occurrence, which are counted when there is a second one. */
interface Found extends KeywordCandidate {
  readonly index: number;
  readonly before: DocumentWord | undefined;
  readonly after: DocumentWord | undefined;
}

const MOST_PARTS = 5;
const LONGEST = 20;

/**
 * The keyword candidates of a document given line by line, its title first: runs of one to five words up to
 * 20 characters, without breaks at punctuation and function words, stop words at the edges, or bare numbers.
 */
export function keywordCandidates(lines: readonly (readonly DocumentWord[])[]): KeywordCandidate[] {
  const candidates = new Map<string, Found>();
  const lefts = neighbourSet();
  const rights = neighbourSet();
  for (const { words, before, after, sentence, place, inTitle } of runsOf(lines)) {
    eachStretch(words, (word, length, start, end) => {
      const left = words[start - 1];
      const right = words[end];
      let found = candidates.get(word);
      if (found === undefined) {
        found = newCandidate(
          word,
          words.slice(start, end),
          length,
          place + start,
          candidates.size,
          left,
          right,
        );
        candidates.set(word, found);
      } else if (found.frequency === 1) {
        lefts.add(found.index, found.before);
        rights.add(found.index, found.after);
      }
      found.frequency += 1;
      if (found.frequency === 1 || lefts.add(found.index, left)) found.leftKinds += 1;
      if (found.frequency === 1 || rights.add(found.index, right)) found.rightKinds += 1;
      found.last = place + start;
      if (!inTitle) {
        if (found.textFrequency === 0) found.firstInText = found.last;
        found.textFrequency += 1;
      }
      if (found.lastSentence !== sentence) found.sentences += 1;
      found.lastSentence = sentence;
      found.runWords += words.length;
      if (left === undefined) {
        found.runBegins += 1;
        if (before !== undefined) found[before] += 1;
        if (right === undefined) found.wholeRuns += 1;
      }
      if (right === undefined) {
        found.runEnds += 1;
        if (after !== undefined) found[after] += 1;
      }
    });
  }
  for (const candidate of candidates.values()) {
    const { word: whole, parts, frequency } = candidate;
    if (parts.length === 1) continue;
    eachStretch(parts, (word, _length, start, end) => {
      const nested = word === whole ? undefined : candidates.get(word);
      if (nested === undefined) return;
      if (nested.superFrequency < frequency) nested.superFrequency = frequency;
      if (start === 0 && end === parts.length - 1) candidate.beginFrequency = nested.frequency;
      if (start === 1 && end === parts.length) candidate.endFrequency = nested.frequency;
    });
  }
  return [...candidates.values()];
}

function newCandidate(
  word: string,
  parts: readonly DocumentWord[],
  length: number,
  first: number,
  index: number,
  before: DocumentWord | undefined,
  after: DocumentWord | undefined,
): Found {
  return {
    word,
    parts,
    length,
    frequency: 0,
    textFrequency: 0,
    superFrequency: 0,
    beginFrequency: 0,
    endFrequency: 0,
    leftKinds: 0,
    rightKinds: 0,
    wholeRuns: 0,
    runBegins: 0,
    runEnds: 0,
    runWords: 0,
    sentences: 0,
    lastSentence: -1,
    first,
    firstInText: -1,
    last: first,
    afterDe: 0,
    afterListed: 0,
    afterQuote: 0,
    afterFor: 0,
    afterBy: 0,
    beforeDe: 0,
    beforeListed: 0,
    beforeGloss: 0,
    index,
    before,
    after,
  };
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

/** Visits the stretches `[start, end)` of a run that may be keywords. */
function eachStretch(
  run: readonly DocumentWord[],
  visit: (word: string, length: number, start: number, end: number) => void,
): void {
  for (let start = 0; start < run.length; start += 1) {
    if ((run[start] as DocumentWord).isStop) continue;
    let word = '';
    let length = 0;
    let parts = 0;
    let isNumeral = true;
    for (let end = start; end < run.length; end += 1) {
      const last = run[end] as DocumentWord;
      word += last.word;
      length += last.length;
      isNumeral &&= last.isNumeral;
      if (!last.joins) parts += 1;
      if (length > LONGEST || parts > MOST_PARTS) break;
      const mayEnd = !last.isStop && !(end > start && last.endsWeakly);
      if (length > 1 && mayEnd && !isNumeral) visit(word, length, start, end + 1);
    }
  }
}
