import type { Segmenter } from '../../model/token.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { COMPARISONS, compareCandidates } from './compare-candidates.js';
import { openDocument } from './document-words.js';
import { candidateFinder, openCandidates, type SectionCandidates } from './keyword-candidates.js';
import { FEATURES, writeFeatures } from './keyword-features.js';
import { foldCase } from './letter-case.js';
import { outlineCandidates } from './outline-candidates.js';
import { type TaggedWord, wordFacts } from './word-facts.js';

/** Words that people do not want among the candidates. */
export type UnwantedWords = Pick<Vocabulary, 'stopWords' | 'rejected'>;

/** Names of the features of a candidate, in the order of `KEYWORD_MODEL`. */
const ALL_FEATURES: readonly string[] = [...FEATURES, ...COMPARISONS];

/** A document whose sections are described one after another. */
export interface DescribedDocument {
  /** Describes the next section; what it gives holds until the one after it is described. */
  readonly describe: (text: string) => DescribedSection;
  /** The candidate of a number, and the words it has at a place. */
  readonly wordOf: (number: number) => string;
  readonly partsAt: (first: number, parts: number) => readonly TaggedWord[];
}

/** The candidates of a section, and those of them that the model is to look at. */
export interface DescribedSection {
  readonly candidates: SectionCandidates;
  readonly shortlist: readonly number[];
  /** Names of the features, and their values for each on the shortlist, one row after the other. */
  readonly names: readonly string[];
  readonly rows: Float64Array;
}

/**
 * Makes what describes the keyword candidates of documents, which are read in sections under their title; `usualForm`
 * gives the form of words that a document writes in several.
 */
export function candidateDescriber(
  segmenter: Pick<Segmenter, 'tag' | 'inDictionary'>,
  idf: (word: string) => number,
  { stopWords, rejected }: UnwantedWords,
): (title: string, usualForm?: (word: string) => string) => DescribedDocument {
  const factsOf = wordFacts(idf, segmenter.inDictionary, new Set([...stopWords].map(foldCase)));
  const find = candidateFinder();
  const unwanted = new Set([...stopWords, ...rejected].map(foldCase));
  let room = new Float64Array(0);

  return (title, usualForm = (word) => word) => {
    const tag = (line: string): readonly TaggedWord[] =>
      segmenter.tag(line).map((part) => {
        const word = usualForm(part.word);
        return word === part.word ? part : { ...part, word };
      });
    const taggedTitle = tag(title);
    const document = openDocument(title, factsOf);
    const numbers = openCandidates();
    const wordOf = (number: number) => numbers.words[number] as string;
    const describe = (text: string): DescribedSection => {
      const section = document.readSection([taggedTitle, ...text.split('\n').map(tag)]);
      const candidates = find(document, section, numbers);
      const { size, columns } = candidates;
      const outline = outlineCandidates(document, section, candidates, wordOf);
      const wanted: number[] = [];
      for (let i = 0; i < size; i += 1) {
        if (unwanted.size === 0 || !unwanted.has(foldCase(wordOf(columns.number[i] as number))))
          wanted.push(i);
      }
      const { shortlist, write } = compareCandidates(outline, columns.frequency, wanted);
      const length = shortlist.length * ALL_FEATURES.length;
      if (room.length < length) room = new Float64Array(2 * length);
      const rows = room.subarray(0, length).fill(0);
      const figures = {
        document,
        section,
        candidates,
        outline,
        wordOf,
      };
      for (const [n, i] of shortlist.entries()) {
        writeFeatures(rows, n * ALL_FEATURES.length, i, figures);
        write(rows, n * ALL_FEATURES.length + FEATURES.length, i);
      }
      return { candidates, shortlist, names: ALL_FEATURES, rows };
    };
    return {
      describe,
      wordOf,
      partsAt: (first, parts) =>
        document.tokens.slice(first, first + parts).map((number) => document.words[number] as TaggedWord),
    };
  };
}
