import type { Segmenter } from '../../model/token.js';
import { compareByCodePoint } from '../../text/code-points.js';
import { probability } from '../../text/linear-model.js';
import { newWordPos } from '../../text/new-word-pos.js';
import { quantise } from '../../text/quantise.js';
import { type KeywordCandidate, keywordCandidates } from './keyword-candidates.js';
import { keywordFeatures } from './keyword-features.js';
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

/**
 * The candidates of a document with their feature values, in the order of `KEYWORD_MODEL`.
 * @public for the training recipe in tests/bench
 */
export function describeCandidates(
  { title, text }: { readonly title: string; readonly text: string },
  segmenter: Pick<Segmenter, 'tag' | 'inDictionary'>,
  idf: (word: string) => number,
): { readonly candidate: KeywordCandidate; readonly features: Readonly<Record<string, number>> }[] {
  const lines = [title, ...text.split('\n')].map((line) => segmenter.tag(line));
  const candidates = keywordCandidates(lines);
  const wordFrequency = new Map<string, number>();
  for (const { word } of lines.flat()) wordFrequency.set(word, (wordFrequency.get(word) ?? 0) + 1);
  const figures = {
    title,
    whole: `${title}\n${text}`,
    wordFrequency,
    highest: candidates.reduce((most, { frequency }) => Math.max(most, frequency), 1),
    idf,
    inDictionary: segmenter.inDictionary,
  };
  return candidates.map((candidate) => ({ candidate, features: keywordFeatures(candidate, figures) }));
}

/**
 * The keywords of one document, whatever other documents say: runs of one to five words, weighed by the
 * probability (0–1) that an author would choose them, after `KEYWORD_MODEL`.
 */
export function extractKeywords(
  document: { readonly title: string; readonly text: string },
  segmenter: Segmenter,
  idf: (word: string) => number,
  { top }: { readonly top: number },
): DocumentKeyword[] {
  return describeCandidates(document, segmenter, idf)
    .map(({ candidate, features }) => ({
      candidate,
      weight: quantise(probability(KEYWORD_MODEL, Object.values(features))),
    }))
    .sort((a, b) => b.weight - a.weight || compareByCodePoint(a.candidate.word, b.candidate.word))
    .slice(0, top)
    .map(({ candidate: { word, parts, frequency }, weight }) => {
      const isNew = !segmenter.inDictionary(word);
      const pos = isNew || parts.length > 1 ? newWordPos(parts) : (parts[0]?.tag as string);
      return { word, pos, weight, frequency, isNew };
    });
}
