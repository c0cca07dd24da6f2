import type { Segmenter } from '../../model/token.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { newWordPos } from '../../text/new-word-pos.js';
import { quantise } from '../../text/quantise.js';
import { readTrees } from '../../text/tree-model.js';
import { compareCandidates } from './compare-candidates.js';
import { type DocumentWord, documentWords } from './document-words.js';
import { type KeywordCandidate, keywordCandidates } from './keyword-candidates.js';
import { candidateFeatures } from './keyword-features.js';
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

interface Document {
  readonly title: string;
  readonly text: string;
}

const probability = readTrees(KEYWORD_MODEL);

/**
 * The candidates of a document with their feature values, in the order of `KEYWORD_MODEL`.
 * @public for the training recipe in tests/bench
 */
export function describeCandidates(
  { title, text }: Document,
  segmenter: Pick<Segmenter, 'tag' | 'inDictionary'>,
  idf: (word: string) => number,
): { readonly candidate: KeywordCandidate; readonly features: Readonly<Record<string, number>> }[] {
  const { lines, words } = documentWords([title, ...text.split('\n')].map((line) => segmenter.tag(line)));
  const candidates = keywordCandidates(lines);
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
  const described = candidates.map((candidate) => candidateFeatures(candidate, figures));
  const compared = compareCandidates(described);
  return candidates.map((candidate, i) => ({ candidate, features: { ...described[i], ...compared[i] } }));
}

/**
 * The keywords of one document, whatever other documents say: runs of one to five words, weighed by the
 * probability (0–1) that an author would choose them, after `KEYWORD_MODEL`.
 */
export function extractKeywords(
  document: Document,
  segmenter: Segmenter,
  idf: (word: string) => number,
  { top }: { readonly top: number },
): DocumentKeyword[] {
  const candidates = describeCandidates(document, segmenter, idf);
  const weights = Float64Array.from(candidates, ({ features }) =>
    quantise(probability(Object.values(features))),
  );
  // Sorting all of them by weight and word would take longer than weighing them.
  const least = weights.toSorted().at(-top) ?? 0;
  return candidates
    .map(({ candidate }, i) => ({ candidate, weight: weights[i] as number }))
    .filter(({ weight }) => weight >= least)
    .sort((a, b) => b.weight - a.weight || compareByCodePoint(a.candidate.word, b.candidate.word))
    .slice(0, top)
    .map(({ candidate: { word, parts, frequency }, weight }) => {
      const isNew = !segmenter.inDictionary(word);
      const pos = isNew || parts.length > 1 ? newWordPos(parts) : (parts[0]?.tag as string);
      return { word, pos, weight, frequency, isNew };
    });
}
