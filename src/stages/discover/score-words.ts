import type { NewWord, Profile } from '../../model/new-word.js';
import { FUNCTION_CHARACTERS } from '../../text/function-characters.js';

/** What the scores are made of. */
export type ScoreInputs = Pick<
  NewWord,
  'word' | 'cohesion' | 'leftEntropy' | 'rightEntropy' | 'hmmShare' | 'alignment'
>;

/**
 * Rank score of a string under a profile, from its cohesion (PMI⁺, negative ones count 0), the smaller of its
 * two boundary entropies (H), its alignment (al) and the share emitted as one word by the segmenter (hmm):
 *
 *     words    (2 + PMI⁺) · (0.3 + H) · al · (0.1 + hmm) · (½ if a function character stands inside)
 *     phrases  PMI⁺ · H · al
 *     both     al · (hmm · (2 + PMI⁺) · (0.3 + H) + (1 − hmm) · PMI⁺ · H)
 *
 * `both` asks of each string what it is: as far as it is one word it is scored like one, else as a phrase.
 */
export function scoreWord(inputs: ScoreInputs, profile: Profile): number {
  const { alignment, hmmShare } = inputs;
  const pmi = Math.max(0, inputs.cohesion);
  const entropy = Math.min(inputs.leftEntropy, inputs.rightEntropy);
  const asWord = (2 + pmi) * (0.3 + entropy);
  const asPhrase = pmi * entropy;
  switch (profile) {
    case 'words':
      return asWord * alignment * (0.1 + hmmShare) * (hasFunctionInside(inputs.word) ? 0.5 : 1);
    case 'phrases':
      return asPhrase * alignment;
    case 'both':
      return alignment * (hmmShare * asWord + (1 - hmmShare) * asPhrase);
  }
}

function hasFunctionInside(word: string): boolean {
  return [...word].slice(1, -1).some((character) => FUNCTION_CHARACTERS.has(character));
}
