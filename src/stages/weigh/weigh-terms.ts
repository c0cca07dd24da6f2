import type { Candidate, CaseTerm } from '../../model/candidate.js';
import type { NewWord } from '../../model/new-word.js';
import { codePointLength } from '../../text/code-points.js';
import { addUpTerms, type GroupTerm, rankTerms } from './group-terms.js';
import { termInformation, type WordKnowledge } from './term-information.js';

const NEW_WORD_FACTOR = 2.5;
/** Score from which on a discovered word is as good as any. */
const SURE = 0.2;
/** Adverb and verb (逐户走访) tell what was done rather than what a text is about. */
const VERB_FACTOR = 0.5;
/** A word that never begins, or never ends, a phrase of the group is likely a piece of a longer term. */
const PIECE_FACTOR = 0.5;

/** Information from which on a term is as special as any. */
const SPECIAL = 14;

/** A discovered word: its score, 0–1, and its branching entropies, in nats. */
type DiscoveredWord = Pick<NewWord, 'word' | 'score' | 'leftEntropy' | 'rightEntropy'>;

/** What is known of the words of a corpus. */
export interface TermStatistics {
  /** Number of cases. */
  readonly documents: number;
  /** Number of cases each word stands in. */
  readonly documentFrequency: ReadonlyMap<string, number>;
  readonly newWords: Iterable<DiscoveredWord>;
}

/**
 * Ranks the words of every group of cases by
 *
 *     weight = ln(1 + f)^1.3 · ln(1 + N / df) · length · special · new
 *
 * where f is the frequency in the group, df the number of cases of the run with the word, N the number of
 * cases, length 0.4 for two characters, 1 for three, 1.2 for four to seven and 0.8 above, special
 * min(1, information / 14) (see `termInformation`), and new 1 for a word of the dictionary, 2.5 for one that is a
 * word by people's say alone, and 2.5 · min(1, score / 0.2) · (1 + min(1, H)) / 2 for a discovered one, H being the
 * smaller of its branching entropies; half of that for a new verb, half for a new word that begins no phrase of the
 * group, and half for one that ends none: the keyword score of docs/method adapted to single words. Comparable
 * within a run.
 */
export function weighTerms(
  groups: ReadonlyMap<string, readonly CaseTerm[]>,
  { documents, documentFrequency, newWords }: TermStatistics,
  knowledge: WordKnowledge,
  { top }: { readonly top: number },
): Candidate[] {
  const certainties = new Map(Array.from(newWords, (found) => [found.word, certaintyOf(found)]));
  const newness = ({ word, pos, isNew, begins, ends }: GroupTerm): number => {
    if (!isNew) return 1;
    const sure = certainties.get(word) ?? 1;
    const whole = (begins > 0 ? 1 : PIECE_FACTOR) * (ends > 0 ? 1 : PIECE_FACTOR);
    return NEW_WORD_FACTOR * sure * whole * (pos === 'v_new' ? VERB_FACTOR : 1);
  };
  const speciality = new Map<string, number>();
  const specialityOf = (word: string): number => {
    const known = speciality.get(word);
    if (known !== undefined) return known;
    const found = Math.min(1, termInformation(word, knowledge) / SPECIAL);
    speciality.set(word, found);
    return found;
  };
  const weigh = (term: GroupTerm): number =>
    Math.log(1 + term.frequency) ** 1.3 *
    Math.log(1 + documents / (documentFrequency.get(term.word) ?? 1)) *
    lengthFactor(codePointLength(term.word)) *
    specialityOf(term.word) *
    newness(term);
  return [...groups].flatMap(([group, terms]) => rankTerms(group, addUpTerms(terms), weigh, top));
}

/**
 * How sure it is that a discovered word is one, 0–1: by its score, and by the smaller of its branching entropies, for
 * what stands beside few other words is likely a piece of a longer term.
 */
function certaintyOf({ score, leftEntropy, rightEntropy }: DiscoveredWord): number {
  const freedom = Math.min(1, leftEntropy, rightEntropy);
  return Math.min(1, score / SURE) * (PIECE_FACTOR + (1 - PIECE_FACTOR) * freedom);
}

function lengthFactor(length: number): number {
  if (length <= 2) return 0.4;
  if (length === 3) return 1;
  return length <= 7 ? 1.2 : 0.8;
}
