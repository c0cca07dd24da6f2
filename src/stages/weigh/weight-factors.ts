import type { NewWord } from '../../model/new-word.js';
import type { WeightFactors } from '../../model/weight-factors.js';
import { codePointLength } from '../../text/code-points.js';
import type { GroupTerm } from './group-terms.js';
import { termInformation, type WordKnowledge } from './term-information.js';

const NEW_WORD = 3.5;
/** Adverb and verb (逐户走访) tell what was done rather than what a text is about. */
const NEW_VERB = NEW_WORD / 2;
/** Score from which on a discovered word is as good as any. */
const SURE = 0.2;
/** What is likely a piece of a longer term. */
const PIECE = 0.5;
/** Information from which on a term is as special as any. */
const SPECIAL = 14;

/** What is known of the words of a corpus. */
export interface TermStatistics {
  /** Number of cases. */
  readonly documents: number;
  /** Number of cases each word stands in. */
  readonly documentFrequency: ReadonlyMap<string, number>;
  /** What discovery found, with its score, 0–1, and its branching entropies, in nats. */
  readonly newWords: Iterable<Pick<NewWord, 'word' | 'score' | 'leftEntropy' | 'rightEntropy'>>;
}

/** The factors of the weight of a term in its group; docs/method.md says why. */
export function weightFactors(
  { documents, documentFrequency, newWords }: TermStatistics,
  knowledge: WordKnowledge,
): (term: GroupTerm) => WeightFactors {
  const discovered = new Map(Array.from(newWords, (found) => [found.word, found]));
  const specialities = new Map<string, number>();
  const specialityOf = (word: string): number => {
    const known = specialities.get(word);
    if (known !== undefined) return known;
    const speciality = Math.min(1, termInformation(word, knowledge) / SPECIAL);
    specialities.set(word, speciality);
    return speciality;
  };
  return ({ word, pos, frequency, isNew, begins, ends }) => {
    const found = isNew ? discovered.get(word) : undefined;
    return {
      frequencyFactor: Math.log(1 + frequency) ** 1.3,
      rarityFactor: Math.log(1 + documents / (documentFrequency.get(word) ?? 1)),
      lengthFactor: lengthFactor(codePointLength(word)),
      specialityFactor: isNew ? specialityOf(word) : 1,
      noveltyFactor: !isNew ? 1 : pos === 'v_new' ? NEW_VERB : NEW_WORD,
      certaintyFactor: found ? Math.min(1, found.score / SURE) : 1,
      freedomFactor: found ? PIECE + (1 - PIECE) * Math.min(1, found.leftEntropy, found.rightEntropy) : 1,
      wholenessFactor: isNew ? (begins > 0 ? 1 : PIECE) * (ends > 0 ? 1 : PIECE) : 1,
    };
  };
}

function lengthFactor(length: number): number {
  if (length <= 2) return 0.4;
  if (length === 3) return 1;
  return length <= 7 ? 1.2 : 0.8;
}
