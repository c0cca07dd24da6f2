import type { Segmenter } from '../../model/token.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { COMPARISONS, compareCandidates } from './compare-candidates.js';
import { type DocumentWord, documentWords } from './document-words.js';
import { type KeywordCandidate, keywordCandidates } from './keyword-candidates.js';
import { candidateFeatures } from './keyword-features.js';

/** A text of the size of an abstract, under its title. */
export interface TitledText {
  readonly title: string;
  readonly text: string;
}

/** Words that people do not want among the candidates. */
export type UnwantedWords = Pick<Vocabulary, 'stopWords' | 'rejected'>;

const NO_WORDS: UnwantedWords = { stopWords: new Set(), rejected: new Set() };

/** The candidates of a text with the names of their features and, for each, the values, in the order of `KEYWORD_MODEL`. */
export function describeCandidates(
  { title, text }: TitledText,
  segmenter: Pick<Segmenter, 'tag' | 'inDictionary'>,
  idf: (word: string) => number,
  { stopWords, rejected }: UnwantedWords = NO_WORDS,
): {
  readonly names: readonly string[];
  readonly candidates: readonly {
    readonly candidate: KeywordCandidate;
    readonly values: readonly number[];
  }[];
} {
  const tagged = [title, ...text.split('\n')].map((line) => segmenter.tag(line));
  const { lines, words } = documentWords(tagged, stopWords);
  const titleCharacters = new Set(title);
  const inTitle = ({ word }: DocumentWord) =>
    [...word].filter((character) => titleCharacters.has(character)).length;
  const figures = {
    title,
    words: lines.reduce((sum, line) => sum + line.length, 0),
    sentences: lines.reduce(
      (sum, line) => sum + 1 + line.filter(({ endsSentence }) => endsSentence).length,
      0,
    ),
    idf: Float64Array.from(words, ({ word }) => idf(word)),
    inTitle: Uint32Array.from(words, inTitle),
    inDictionary: segmenter.inDictionary,
  };
  const candidates = keywordCandidates(lines).filter(
    ({ word }) => !stopWords.has(word) && !rejected.has(word),
  );
  const features = candidates.map((candidate) => candidateFeatures(candidate, figures));
  const compared = compareCandidates(features);
  return {
    names: [...Object.keys(features[0] ?? {}), ...COMPARISONS],
    candidates: candidates.map((candidate, i) => {
      const values: number[] = Object.values(features[i] as Readonly<Record<string, number>>);
      values.push(...(compared[i] as number[]));
      return { candidate, values };
    }),
  };
}
