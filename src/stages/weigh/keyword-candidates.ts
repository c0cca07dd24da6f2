import { add, type Columns, longer, mapColumns, newColumns } from './candidate-columns.js';
import { type Run, runsOf } from './document-runs.js';
import type { DocumentWords, Section } from './document-words.js';
import type { WordFacts } from './word-facts.js';

/** The candidates of a document, numbered in the order in which they first come. */
export interface DocumentCandidates {
  readonly words: readonly string[];
  /** The number of a word, which is its own from now on. */
  readonly numberOf: (word: string) => number;
}

/** The candidates of one section and what is counted of each, a column for each count. */
export interface SectionCandidates {
  readonly size: number;
  readonly columns: Columns;
  /** Sentences of the section. */
  readonly sentences: number;
}

const MOST_PARTS = 5;
const LONGEST = 20;
const NONE = -1;
/** Candidates there is room for at first. */
const ROOM = 1 << 10;

/** The candidates of a document of which no section is read yet. */
export function openCandidates(): DocumentCandidates {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const numberOf = (word: string): number => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = words.length;
      numbers.set(word, number);
      words.push(word);
    }
    return number;
  };
  return { words, numberOf };
}

/**
 * Makes what finds the keyword candidates of a section: runs of one to five words up to 20 characters, without breaks
 * at punctuation and function words, stop words at the edges, or bare numbers. What it gives holds until it is called
 * again: making room for the columns of each section would take longer than filling them.
 */
export function candidateFinder(): (
  document: DocumentWords,
  section: Section,
  candidates: DocumentCandidates,
) => SectionCandidates {
  let columns = newColumns(ROOM);
  let size = 0;
  /** Where a candidate of the document stands in the columns, if its number is there. */
  let places = new Int32Array(ROOM);

  const placeOf = (number: number): number => {
    while (number >= places.length) places = longer(places);
    const place = places[number] as number;
    if (place < size && columns.number[place] === number) return place;
    if (size === columns.number.length) columns = mapColumns(columns, longer);
    places[number] = size;
    columns.number[size] = number;
    size += 1;
    return size - 1;
  };

  return (document, section, candidates) => {
    mapColumns(columns, (column) => column.fill(0, 0, size));
    size = 0;
    const { words, tokens } = document;
    const { runs, sentences } = runsOf(document, section);
    const isNewBefore = neighbourPairs(words.length);
    const isNewAfter = neighbourPairs(words.length);
    /** The place of the candidate of each length in tokens that begins at each token. */
    const beginning = new Int32Array((section.to - section.from) * LONGEST).fill(NONE);
    const slot = (start: number, end: number) => (start - section.from) * LONGEST + end - start - 1;

    for (const run of runs) {
      for (let start = run.start; start < run.end; start += 1) {
        const left = start > run.start ? (tokens[start - 1] as number) : NONE;
        eachStretch(document, start, run.end, (word, length, end) => {
          const i = placeOf(candidates.numberOf(word));
          beginning[slot(start, end)] = i;
          const right = end < run.end ? (tokens[end] as number) : NONE;
          const frequency = add(columns.frequency, i, 1);
          if (frequency === 1) {
            columns.first[i] = start;
            columns.parts[i] = end - start;
            columns.length[i] = length;
            columns.firstLeft[i] = left;
            columns.firstRight[i] = right;
            columns.lastSentence[i] = NONE;
            columns.firstInText[i] = NONE;
          } else if (frequency === 2) {
            isNewBefore(i, columns.firstLeft[i] as number);
            isNewAfter(i, columns.firstRight[i] as number);
          }
          if (frequency === 1 || isNewBefore(i, left)) add(columns.leftKinds, i, 1);
          if (frequency === 1 || isNewAfter(i, right)) add(columns.rightKinds, i, 1);
          countOccurrence(columns, i, run, start, end);
        });
      }
    }
    for (let i = 0; i < size; i += 1) {
      countNested(columns, i, (start, end) => beginning[slot(start, end)] as number);
    }
    return { size, columns, sentences };
  };
}

/** Counts what an occurrence `[start, end)` of a candidate in a run tells of it. */
function countOccurrence(columns: Columns, i: number, run: Run, start: number, end: number): void {
  columns.last[i] = start;
  if (!run.inTitle) {
    if (columns.firstInText[i] === NONE) columns.firstInText[i] = start;
    add(columns.textFrequency, i, 1);
  }
  if (columns.lastSentence[i] !== run.sentence) add(columns.sentences, i, 1);
  columns.lastSentence[i] = run.sentence;
  add(columns.runWords, i, run.end - run.start);
  if (start === run.start) {
    add(columns.runBegins, i, 1);
    if (run.before !== undefined) add(columns[run.before], i, 1);
    if (end === run.end) add(columns.wholeRuns, i, 1);
  }
  if (end === run.end) {
    add(columns.runEnds, i, 1);
    if (run.after !== undefined) add(columns[run.after], i, 1);
  }
}

/** Counts what a candidate tells of those within it; `placeAt` gives the one that is the stretch `[start, end)`. */
function countNested(columns: Columns, i: number, placeAt: (start: number, end: number) => number): void {
  const first = columns.first[i] as number;
  const last = first + (columns.parts[i] as number);
  const frequency = columns.frequency[i] as number;
  for (let start = first; start < last; start += 1) {
    for (let end = start + 1; end <= last; end += 1) {
      const nested = placeAt(start, end);
      if (nested === NONE || nested === i) continue;
      if ((columns.superFrequency[nested] as number) < frequency) columns.superFrequency[nested] = frequency;
      if (start === first && end === last - 1)
        columns.beginFrequency[i] = columns.frequency[nested] as number;
      if (start === first + 1 && end === last) columns.endFrequency[i] = columns.frequency[nested] as number;
    }
  }
}

/** Tells of pairs of a candidate and a word beside it whether they are new; no word at all is always another one. */
function neighbourPairs(words: number): (candidate: number, neighbour: number) => boolean {
  const pairs = new Set<number>();
  return (candidate, neighbour) => {
    if (neighbour === NONE) return true;
    const known = pairs.size;
    return pairs.add(candidate * words + neighbour).size > known;
  };
}

/** Visits the stretches that begin with a token of a run and may be keywords. */
function eachStretch(
  { words, tokens }: DocumentWords,
  start: number,
  runEnd: number,
  visit: (word: string, length: number, end: number) => void,
): void {
  if (words[tokens[start] as number]?.isStop) return;
  let word = '';
  let length = 0;
  let parts = 0;
  let isNumeral = true;
  for (let at = start; at < runEnd; at += 1) {
    const last = words[tokens[at] as number] as WordFacts;
    word += last.word;
    length += last.length;
    isNumeral &&= last.isNumeral;
    if (!last.joins) parts += 1;
    if (length > LONGEST || parts > MOST_PARTS) break;
    const mayEnd = !last.isStop && !(at > start && last.endsWeakly);
    if (length > 1 && mayEnd && !isNumeral) visit(word, length, at + 1);
  }
}
