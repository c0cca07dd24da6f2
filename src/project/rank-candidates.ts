import type { Candidate, CaseTerm } from '../model/candidate.js';
import { inDictionary, shippedIdf } from '../stages/segment/jieba.js';
import { tfIdfWeights } from '../stages/weigh/tf-idf-weights.js';
import { type ExplainedCandidate, explainWeights, weighTerms } from '../stages/weigh/weigh-terms.js';
import { weightFactors } from '../stages/weigh/weight-factors.js';
import { readStatistics } from '../store/generation-table.js';
import type { Store } from '../store/store.js';
import { firstWordNumbers, termReader } from '../store/term-table.js';
import { groupBy } from '../text/group-by.js';
import { generationOfCases, type RankedGroups } from './ranked-groups.js';

/** Counts the candidates of the groups, once all their cases are mined: different words, at most `top` a group. */
export function countCandidates(store: Store, ranked: RankedGroups, top: number): number {
  const generations = generationOfCases(ranked);
  const wordsOf = groupBy(
    firstWordNumbers(store, top).filter(({ caseId, generation }) => generations.get(caseId) === generation),
    ({ caseId }) => caseId,
  );
  let candidates = 0;
  for (const { caseIds } of ranked.values()) {
    const words = new Set(caseIds.flatMap((id) => wordsOf.get(id) ?? []).map(({ wordNo }) => wordNo));
    candidates += Math.min(words.size, top);
  }
  return candidates;
}

/** Ranks the candidates of each group: by our weight or, to compare with, by TF-IDF. */
export function rankCandidates(
  store: Store,
  ranked: RankedGroups,
  top: number,
  weight: 'zhagen' | 'tfidf' = 'zhagen',
): Map<string, Candidate[]> {
  if (weight === 'zhagen') return new Map(weighEachGroup(store, ranked, weighTerms, top));
  const groups = [...readGroups(store, ranked)].map(({ group, terms }) => [group, terms] as const);
  const byGroup = groupBy(tfIdfWeights(new Map(groups), { top }), ({ group }) => group);
  return new Map([...ranked.keys()].map((group) => [group, byGroup.get(group) ?? []]));
}

/** Ranks all candidates of one group after the other by our weight, however many they are. */
export function rankEachGroup(
  store: Store,
  ranked: RankedGroups,
): Generator<readonly [group: string, candidates: Candidate[]]> {
  return weighEachGroup(store, ranked, weighTerms, Number.POSITIVE_INFINITY);
}

/** Ranks the candidates of each group as `rankCandidates` does, with what their weights are made of. */
export function explainCandidates(store: Store, ranked: RankedGroups, top: number): ExplainedCandidate[] {
  return [...weighEachGroup(store, ranked, explainWeights, top)].flatMap(([, candidates]) => candidates);
}

/** Weighs the terms of one group after the other, each with the statistics of its generation. */
function* weighEachGroup<T>(
  store: Store,
  ranked: RankedGroups,
  weigh: (
    terms: ReadonlyMap<string, readonly CaseTerm[]>,
    factorsOf: ReturnType<typeof weightFactors>,
    options: { readonly top: number },
  ) => T[],
  top: number,
): Generator<readonly [group: string, candidates: T[]]> {
  const factors = new Map<number, ReturnType<typeof weightFactors>>();
  for (const { group, generation, terms } of readGroups(store, ranked)) {
    const factorsOf =
      factors.get(generation.number) ??
      weightFactors(readStatistics(store, generation), { inDictionary, idf: shippedIdf() });
    factors.set(generation.number, factorsOf);
    yield [group, weigh(new Map([[group, terms]]), factorsOf, { top })];
  }
}

/** Reads the terms of one group after the other, so that those of one are in memory. */
function* readGroups(store: Store, ranked: RankedGroups) {
  const termsOfCase = termReader(store, generationOfCases(ranked));
  for (const [group, { caseIds, generation }] of ranked) {
    yield { group, generation, terms: caseIds.flatMap(termsOfCase) };
  }
}
