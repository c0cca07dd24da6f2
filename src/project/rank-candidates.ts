import type { Candidate, CaseTerm } from '../model/candidate.js';
import { inDictionary, shippedIdf } from '../stages/segment/jieba.js';
import { tfIdfWeights } from '../stages/weigh/tf-idf-weights.js';
import { type ExplainedCandidate, explainWeights, weighTerms } from '../stages/weigh/weigh-terms.js';
import { weightFactors } from '../stages/weigh/weight-factors.js';
import { readStatistics } from '../store/generation-table.js';
import type { Store } from '../store/store.js';
import { firstWordNumbers, readTerms, termReader } from '../store/term-table.js';
import { groupBy } from '../text/group-by.js';
import { generationOfCases, generationsIn, type RankedGroups } from './ranked-groups.js';

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
  const candidates =
    weight === 'tfidf'
      ? tfIdfWeights(termsOf(store, ranked), { top })
      : weighGroups(store, ranked, (terms, factorsOf) => weighTerms(terms, factorsOf, { top }));
  const byGroup = groupBy(candidates, ({ group }) => group);
  return new Map([...ranked.keys()].map((group) => [group, byGroup.get(group) ?? []]));
}

/** Ranks all candidates of one group after the other by our weight, however many they are. */
export function* rankEachGroup(
  store: Store,
  ranked: RankedGroups,
): Generator<readonly [group: string, candidates: Candidate[]]> {
  const factors = new Map<number, ReturnType<typeof weightFactors>>();
  const termsOfCase = termReader(store, generationOfCases(ranked));
  for (const [group, { caseIds, generation }] of ranked) {
    const factorsOf =
      factors.get(generation.number) ??
      weightFactors(readStatistics(store, generation), { inDictionary, idf: shippedIdf() });
    factors.set(generation.number, factorsOf);
    const terms = new Map([[group, caseIds.flatMap(termsOfCase)]]);
    yield [group, weighTerms(terms, factorsOf, { top: Number.POSITIVE_INFINITY })];
  }
}

/** Ranks the candidates of each group as `rankCandidates` does, with what their weights are made of. */
export function explainCandidates(store: Store, ranked: RankedGroups, top: number): ExplainedCandidate[] {
  const explained = weighGroups(store, ranked, (terms, factorsOf) =>
    explainWeights(terms, factorsOf, { top }),
  );
  const byGroup = groupBy(explained, ({ group }) => group);
  return [...ranked.keys()].flatMap((group) => byGroup.get(group) ?? []);
}

/** Weighs the terms of all groups, each with the statistics of its generation. */
function weighGroups<T>(
  store: Store,
  ranked: RankedGroups,
  weigh: (
    terms: ReadonlyMap<string, readonly CaseTerm[]>,
    factorsOf: ReturnType<typeof weightFactors>,
  ) => readonly T[],
): T[] {
  const terms = termsOf(store, ranked);
  return generationsIn(ranked).flatMap((head) => {
    const ofHead = [...terms].filter(([group]) => ranked.get(group)?.generation.number === head.number);
    const factorsOf = weightFactors(readStatistics(store, head), { inDictionary, idf: shippedIdf() });
    return weigh(new Map(ofHead), factorsOf);
  });
}

function termsOf(store: Store, ranked: RankedGroups): Map<string, CaseTerm[]> {
  const groupOf = new Map(
    [...ranked].flatMap(([group, { caseIds }]) => caseIds.map((id) => [id, group] as const)),
  );
  const terms = new Map<string, CaseTerm[]>([...ranked.keys()].map((group) => [group, []]));
  for (const { caseId, terms: ofCase } of readTerms(store, generationOfCases(ranked))) {
    const group = terms.get(groupOf.get(caseId) as string);
    for (const term of ofCase) group?.push(term);
  }
  return terms;
}
