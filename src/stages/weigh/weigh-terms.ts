import type { Candidate, CaseTerm } from '../../model/candidate.js';
import type { WeightRow } from '../../model/table-rows.js';
import type { WeightFactors } from '../../model/weight-factors.js';
import { quantise } from '../../text/quantise.js';
import { addUpTerms, type GroupTerm, rankTerms } from './group-terms.js';

type FactorsOf = (term: GroupTerm) => WeightFactors;

/**
 * Ranks the words of every group of cases by
 *
 *     weight = ln(1 + f)^1.3 · ln(1 + N / df) · length · special · new
 *
 * where f is the frequency in the group, df the number of cases of the run with the word and N the number of cases:
 * the keyword score of docs/method.md adapted to single words. All its factors are in `WeightFactors`. Comparable
 * within a run.
 */
export function weighTerms(
  groups: ReadonlyMap<string, readonly CaseTerm[]>,
  factorsOf: FactorsOf,
  { top }: { readonly top: number },
): Candidate[] {
  const weigh = (term: GroupTerm) => product(factorsOf(term));
  return [...groups].flatMap(([group, terms]) => rankTerms(group, addUpTerms(terms), weigh, top));
}

/** The words that `weighTerms` ranks, each with the factors of its weight. */
export function explainWeights(
  groups: ReadonlyMap<string, readonly CaseTerm[]>,
  factorsOf: FactorsOf,
  { top }: { readonly top: number },
): WeightRow[] {
  return [...groups].flatMap(([group, rows]) => {
    const terms = new Map(addUpTerms(rows).map((term) => [term.word, term]));
    return weighTerms(new Map([[group, rows]]), factorsOf, { top }).map(({ rank, word, weight }) => {
      const factors = Object.entries(factorsOf(terms.get(word) as GroupTerm));
      const rounded = Object.fromEntries(factors.map(([name, factor]) => [name, quantise(factor)]));
      return { group, rank, word, weight, ...(rounded as WeightFactors) };
    });
  });
}

function product(factors: WeightFactors): number {
  return Object.values(factors).reduce((total, factor) => total * factor, 1);
}
