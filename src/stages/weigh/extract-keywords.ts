import type { Segmenter } from '../../model/token.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { probability } from '../../text/linear-model.js';
import { newWordPos } from '../../text/new-word-pos.js';
import { positionsIn } from '../../text/positions.js';
import { quantise } from '../../text/quantise.js';
import { type DocumentWord, documentWords } from './document-words.js';
import { type KeywordCandidate, keywordCandidates } from './keyword-candidates.js';
import { type DocumentFigures, keywordFeatures, namedKeywordFeatures } from './keyword-features.js';
import { KEYWORD_MODEL } from './keyword-model.js';

/** A keyword of one document. */
export interface DocumentKeyword {
  readonly word: string;
  readonly pos: string;
  readonly weight: number;
  readonly frequency: number;
  /** Whether the dictionary does not know it. */
  readonly isNew: boolean;
}

const NO_WORDS = { stopWords: new Set<string>(), rejected: new Set<string>() };

interface Document {
  readonly title: string;
  readonly text: string;
}

/**
 * The candidates of a document with their feature values, in the order of `KEYWORD_MODEL`.
 * @public for the training recipe in tests/bench
 */
export function describeCandidates(
  document: Document,
  segmenter: Pick<Segmenter, 'tag' | 'inDictionary'>,
  idf: (word: string) => number,
): { readonly candidate: KeywordCandidate; readonly features: Readonly<Record<string, number>> }[] {
  const { candidates, figures } = readDocument(document, segmenter, idf);
  return candidates.map((candidate) => ({ candidate, features: namedKeywordFeatures(candidate, figures) }));
}

/**
 * The keywords of one document, whatever other documents say: runs of one to five words, weighed by the
 * probability (0–1) that an author would choose them, after `KEYWORD_MODEL`.
 */
export function extractKeywords(
  document: Document,
  segmenter: Segmenter,
  idf: (word: string) => number,
  {
    top,
    vocabulary,
  }: { readonly top: number; readonly vocabulary?: Pick<Vocabulary, 'stopWords' | 'rejected'> },
): DocumentKeyword[] {
  const { candidates, figures } = readDocument(document, segmenter, idf, vocabulary);
  const weights = new Float64Array(candidates.length);
  let row: Float64Array | undefined;
  for (let i = 0; i < weights.length; i += 1) {
    row = keywordFeatures(candidates[i] as KeywordCandidate, figures, row);
    weights[i] = quantise(probability(KEYWORD_MODEL, row));
  }
  // Sorting all of them by weight and word would take longer than weighing them.
  const least = weights.toSorted().at(-top) ?? 0;
  return candidates
    .map((candidate, i) => ({ candidate, weight: weights[i] as number }))
    .filter(({ weight }) => weight >= least)
    .sort((a, b) => b.weight - a.weight || compareByCodePoint(a.candidate.word, b.candidate.word))
    .slice(0, top)
    .map(({ candidate: { word, parts, frequency }, weight }) => {
      const isNew = !segmenter.inDictionary(word);
      const pos = isNew || parts.length > 1 ? newWordPos(parts) : (parts[0]?.tag as string);
      return { word, pos, weight, frequency, isNew };
    });
}

function readDocument(
  { title, text }: Document,
  segmenter: Pick<Segmenter, 'tag' | 'inDictionary'>,
  idf: (word: string) => number,
  { stopWords, rejected }: Pick<Vocabulary, 'stopWords' | 'rejected'> = NO_WORDS,
): { readonly candidates: readonly KeywordCandidate[]; readonly figures: DocumentFigures } {
  const { lines, words } = documentWords(
    [title, ...text.split('\n')].map((line) => segmenter.tag(line)),
    stopWords,
  );
  const candidates = keywordCandidates(lines).filter(
    ({ word }) => !rejected.has(word) && !stopWords.has(word),
  );
  const whole = `${title}\n${text}`;
  const titleCharacters = new Set(title);
  const inTitle = ({ word }: DocumentWord) =>
    [...word].filter((character) => titleCharacters.has(character)).length;
  const figures = {
    title,
    length: whole.length,
    positions: positionsIn(whole),
    highest: candidates.reduce((most, { frequency }) => Math.max(most, frequency), 1),
    idf: Float64Array.from(words, ({ word }) => idf(word)),
    inTitle: Uint32Array.from(words, inTitle),
    inDictionary: segmenter.inDictionary,
  };
  return { candidates, figures };
}
