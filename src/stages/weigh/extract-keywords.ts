import type { Segmenter } from '../../model/token.js';
import { codePointLength, compareByCodePoint } from '../../text/code-points.js';
import { newWordPos } from '../../text/new-word-pos.js';
import { quantise } from '../../text/quantise.js';
import { type KeywordCandidate, keywordCandidates } from './keyword-candidates.js';
import { GENERIC_WORDS } from './word-lists.js';

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
 * The keywords of one document, whatever other documents say: runs of one to five words, weighed by
 *
 *     ln(1 + f − 0.7·fSuper)^1.3 · mean idf of the parts · title · length · parts · generic · verb · rare
 *
 * fSuper is the frequency of the most frequent longer candidate around it; title 3 if it stands in the title;
 * length 0.4 for two characters, 1 for three, 1.2 for four to six, else 0.8; parts 1, 1, 0.8, 0.4, 0.4;
 * generic 0.35 with a general word in it; verb 0.7 for a single verb; rare 0.4 for three parts or more met once.
 */
export function extractKeywords(
  document: { readonly title: string; readonly text: string },
  segmenter: Segmenter,
  idf: (word: string) => number,
  { top }: { readonly top: number },
): DocumentKeyword[] {
  const lines = [document.title, ...document.text.split('\n')].map((line) => segmenter.tag(line));
  return keywordCandidates(lines)
    .map((candidate) => ({ candidate, weight: quantise(weigh(candidate, idf)) }))
    .sort((a, b) => b.weight - a.weight || compareByCodePoint(a.candidate.word, b.candidate.word))
    .slice(0, top)
    .map(({ candidate: { word, parts, frequency }, weight }) => {
      const isNew = !segmenter.inDictionary(word);
      const pos = isNew || parts.length > 1 ? newWordPos(parts) : (parts[0]?.tag as string);
      return { word, pos, weight, frequency, isNew };
    });
}

const PARTS = [1, 1, 0.8, 0.4, 0.4];

function weigh(candidate: KeywordCandidate, idf: (word: string) => number): number {
  const { word, parts, frequency, superFrequency, inTitle } = candidate;
  const meanIdf = parts.reduce((sum, part) => sum + idf(part.word), 0) / parts.length;
  const singleVerb = parts.length === 1 && /^v/.test(parts[0]?.tag as string);
  return (
    Math.log(1 + frequency - 0.7 * superFrequency) ** 1.3 *
    meanIdf *
    (inTitle ? 3 : 1) *
    lengthFactor(codePointLength(word)) *
    (PARTS[parts.length - 1] as number) *
    (parts.some((part) => GENERIC_WORDS.has(part.word)) ? 0.35 : 1) *
    (singleVerb ? 0.7 : 1) *
    (frequency === 1 && parts.length > 2 ? 0.4 : 1)
  );
}

function lengthFactor(length: number): number {
  if (length <= 2) return 0.4;
  if (length === 3) return 1;
  return length <= 6 ? 1.2 : 0.8;
}
