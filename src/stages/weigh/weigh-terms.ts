import type { Candidate, CaseTerm } from '../../model/candidate.js';
import { codePointLength } from '../../text/code-points.js';
import { addUpTerms, type GroupTerm, rankTerms } from './group-terms.js';

const NEW_WORD_FACTOR = 2.5;
/** Score from which on a discovered word is as good as any. */
const SURE = 0.2;
/** Adverb and verb (逐户走访) tell what was done rather than what a text is about. */
const VERB_FACTOR = 0.5;
/** A word that never begins, or never ends, a phrase of the group is likely a piece of a longer term. */
const PIECE_FACTOR = 0.5;

/** What is known of the words of a corpus. */
export interface TermStatistics {
  /** Number of cases. */
  readonly documents: number;
  /** Number of cases each word stands in. */
  readonly documentFrequency: ReadonlyMap<string, number>;
  /** The words that discovery found, with their score (0–1). */
  readonly newWords: Iterable<{ readonly word: string; readonly score: number }>;
}

/**
 * Ranks the words of every group of cases by
 *
 *     weight = ln(1 + f)^1.3 · ln(1 + N / df) · length · new
 *
 * where f is the frequency in the group, df the number of cases of the run with the word, N the number of
 * cases, length 0.4 for two characters, 1 for three, 1.2 for four to seven and 0.8 above, and new 1 for a word of the
 * dictionary, 2.5 for one that is a word by people's say alone, and 2.5 · min(1, score / 0.2) for a discovered one; half
 * of that for a new verb, half for a new word that begins no phrase of the group, and half for one that ends none: the
 * keyword score of docs/method adapted to single words. Comparable within a run.
 */
export function weighTerms(
  groups: ReadonlyMap<string, readonly CaseTerm[]>,
  { documents, documentFrequency, newWords }: TermStatistics,
  { top }: { readonly top: number },
): Candidate[] {
  const scores = new Map(Array.from(newWords, ({ word, score }) => [word, score]));
  const newness = ({ word, pos, isNew, begins, ends }: GroupTerm): number => {
    if (!isNew) return 1;
    const sure = Math.min(1, (scores.get(word) ?? SURE) / SURE);
    const whole = (begins > 0 ? 1 : PIECE_FACTOR) * (ends > 0 ? 1 : PIECE_FACTOR);
    return NEW_WORD_FACTOR * sure * whole * (pos === 'v_new' ? VERB_FACTOR : 1);
  };
  const weigh = (term: GroupTerm): number =>
    Math.log(1 + term.frequency) ** 1.3 *
    Math.log(1 + documents / (documentFrequency.get(term.word) ?? 1)) *
    lengthFactor(codePointLength(term.word)) *
    newness(term);
  return [...groups].flatMap(([group, terms]) => rankTerms(group, addUpTerms(terms), weigh, top));
}

function lengthFactor(length: number): number {
  if (length <= 2) return 0.4;
  if (length === 3) return 1;
  return length <= 7 ? 1.2 : 0.8;
}
