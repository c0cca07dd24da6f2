import type { Candidate, CaseTerm } from '../../model/candidate.js';
import type { WeightFactors } from '../../model/weight-factors.js';
import { quantise } from '../../text/quantise.js';
import { addUpTerms, type GroupTerm, rankTerms } from './group-terms.js';

/** A ranked word with what its weight is the product of. */
export type ExplainedCandidate = Candidate & { readonly factors: WeightFactors };

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
  const weigh = weighBy(factorsOf);
  return [...groups].flatMap(([group, terms]) => rankTerms(group, addUpTerms(terms), weigh, top));
}

/** The words that `weighTerms` ranks, each with the factors of its weight, rounded as it is. */
export function explainWeights(
  groups: ReadonlyMap<string, readonly CaseTerm[]>,
  factorsOf: FactorsOf,
  { top }: { readonly top: number },
): ExplainedCandidate[] {
  return [...groups].flatMap(([group, rows]) => {
    const terms = new Map(addUpTerms(rows).map((term) => [term.word, term]));
    return rankTerms(group, [...terms.values()], weighBy(factorsOf), top).map((candidate) => {
      const factors: Record<string, number> = { ...factorsOf(terms.get(candidate.word) as GroupTerm) };
      for (const name in factors) factors[name] = quantise(factors[name] as number);
      return { ...candidate, factors: factors as WeightFactors };
    });
  });
}

function weighBy(factorsOf: FactorsOf): (term: GroupTerm) => number {
  return (term) => {
    const factors = factorsOf(term);
    return (
      factors.frequencyFactor *
      factors.rarityFactor *
      factors.lengthFactor *
      factors.specialityFactor *
      factors.noveltyFactor *
      factors.certaintyFactor *
      factors.freedomFactor *
      factors.wholenessFactor
    );
  };
}
