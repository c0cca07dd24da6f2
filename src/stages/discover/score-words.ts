import type { Profile } from '../../model/new-word.js';
import { probabilityOf } from '../../text/linear-model.js';
import { PHRASE_MODEL } from './phrase-model.js';
import { phraseFeatures, type WordFigures, wordFeatures } from './word-features.js';
import { WORD_MODEL } from './word-model.js';

const ofWords = probabilityOf(WORD_MODEL);
const ofPhrases = probabilityOf(PHRASE_MODEL);

/**
 * Rank score of a string under a profile: the probability that it is a word (`words`, trained on segmented
 * news) or a term (`phrases`, trained on authors' keywords), 0–1. `both` asks of each string what it is:
 *
 *     both = hmm · words + (1 − hmm) · phrases,   0 where nothing holds its parts together or it never stands alone
 *
 * hmm being the share of its occurrences that the segmenter emits as one word.
 */
export function scoreWord(figures: WordFigures, profile: Profile): number {
  if (profile === 'words') return wordProbability(figures);
  if (profile === 'phrases') return phraseProbability(figures);
  const { cohesion, leftEntropy, rightEntropy, hmmShare } = figures;
  if (cohesion <= 0 || Math.min(leftEntropy, rightEntropy) <= 0) return 0;
  const asWord = hmmShare > 0 ? hmmShare * wordProbability(figures) : 0;
  return asWord + (1 - hmmShare) * phraseProbability(figures);
}

function wordProbability(figures: WordFigures): number {
  return ofWords(wordFeatures(figures));
}

function phraseProbability(figures: WordFigures): number {
  return ofPhrases(phraseFeatures(figures));
}
