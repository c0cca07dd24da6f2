import type { Candidate, CaseTerm } from '../../model/candidate.js';
import { codePointLength } from '../../text/code-points.js';
import { addUpTerms, type GroupTerm, rankTerms } from './group-terms.js';

const NEW_WORD_FACTOR = 2.5;

/**
 * Ranks the words of every group of cases by
 *
 *     weight = ln(1 + f)^1.3 · ln(1 + N / df) · length · new
 *
 * where f is the frequency in the group, df the number of cases of the run with the word, N the number of
 * cases, length 0.4 for two characters, 1 for three, 1.2 for four to seven and 0.8 above, and new 2.5 for a
 * discovered word, else 1: the keyword score of docs/method adapted to single words. Comparable within a run.
 */
export function weighTerms(
  groups: ReadonlyMap<string, readonly CaseTerm[]>,
  documentFrequency: ReadonlyMap<string, number>,
  documents: number,
  { top }: { readonly top: number },
): Candidate[] {
  const weigh = ({ word, frequency, isNew }: GroupTerm): number =>
    Math.log(1 + frequency) ** 1.3 *
    Math.log(1 + documents / (documentFrequency.get(word) ?? 1)) *
    lengthFactor(codePointLength(word)) *
    (isNew ? NEW_WORD_FACTOR : 1);
  return [...groups].flatMap(([group, terms]) => rankTerms(group, addUpTerms(terms), weigh, top));
}

function lengthFactor(length: number): number {
  if (length <= 2) return 0.4;
  if (length === 3) return 1;
  return length <= 7 ? 1.2 : 0.8;
}
