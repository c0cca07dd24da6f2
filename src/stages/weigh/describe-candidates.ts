import type { Segmenter } from '../../model/token.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { COMPARISONS, compareCandidates } from './compare-candidates.js';
import { type DocumentWord, documentWords } from './document-words.js';
import { type KeywordCandidate, keywordCandidates } from './keyword-candidates.js';
import { FEATURES, writeFeatures } from './keyword-features.js';

/** A text of the size of an abstract, under its title. */
export interface TitledText {
  readonly title: string;
  readonly text: string;
}

/** Words that people do not want among the candidates. */
export type UnwantedWords = Pick<Vocabulary, 'stopWords' | 'rejected'>;

const NO_WORDS: UnwantedWords = { stopWords: new Set(), rejected: new Set() };

/** Names of the features of a candidate, in the order of `KEYWORD_MODEL`. */
const ALL_FEATURES = [...FEATURES, ...COMPARISONS];

/** Where the values of one text stand after those of another: making room for each would take longer than filling it. */
let room = new Float64Array(0);

/**
 * The candidates of a text and, one row after the other, the values of `ALL_FEATURES` of each; the rows hold until the
 * next text is described.
 */
export function describeCandidates(
  { title, text }: TitledText,
  segmenter: Pick<Segmenter, 'tag' | 'inDictionary'>,
  idf: (word: string) => number,
  { stopWords, rejected }: UnwantedWords = NO_WORDS,
): {
  readonly names: readonly string[];
  readonly candidates: readonly KeywordCandidate[];
  readonly rows: Float64Array;
} {
  const tagged = [title, ...text.split('\n')].map((line) => segmenter.tag(line));
  const { lines, words } = documentWords(tagged, stopWords);
  const figures = {
    title,
    words: lines.reduce((sum, line) => sum + line.length, 0),
    sentences: lines.reduce(
      (sum, line) => sum + 1 + line.filter(({ endsSentence }) => endsSentence).length,
      0,
    ),
    idf: words.map(({ word }) => idf(word)),
    inTitle: charactersIn(title, words),
    inDictionary: segmenter.inDictionary,
  };
  const candidates = keywordCandidates(lines).filter(
    ({ word }) => !stopWords.has(word) && !rejected.has(word),
  );
  const size = candidates.length * ALL_FEATURES.length;
  if (room.length < size) room = new Float64Array(2 * size);
  const rows = room.subarray(0, size).fill(0);
  for (const [i, candidate] of candidates.entries()) {
    writeFeatures(rows, i * ALL_FEATURES.length, candidate, figures);
  }
  compareCandidates(rows);
  return { names: ALL_FEATURES, candidates, rows };
}

/** How many characters of each word stand in the title. */
function charactersIn(title: string, words: readonly DocumentWord[]): number[] {
  const characters = new Set(title);
  return words.map(({ word }) => {
    let count = 0;
    for (const character of word) if (characters.has(character)) count += 1;
    return count;
  });
}
