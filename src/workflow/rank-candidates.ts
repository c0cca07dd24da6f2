import { UserError } from '../errors.js';
import type { Candidate, CaseTerm } from '../model/candidate.js';
import { inDictionary, shippedIdf } from '../stages/segment/jieba.js';
import { tfIdfWeights } from '../stages/weigh/tf-idf-weights.js';
import { type ExplainedCandidate, explainWeights, weighTerms } from '../stages/weigh/weigh-terms.js';
import { weightFactors } from '../stages/weigh/weight-factors.js';
import { type FrozenStatistics, readStatistics } from '../store/statistics-table.js';
import type { Store } from '../store/store.js';
import { readTerms, wordNumbersOf } from '../store/term-table.js';

/** The statistics in force, or `screen/not-mined`. */
export function statisticsInForce(store: Store): FrozenStatistics {
  const statistics = readStatistics(store);
  if (!statistics) throw new UserError('screen/not-mined', { database: store.path });
  return statistics;
}

/** How many candidates the groups have, once all their cases are mined: different words, at most `top` a group. */
export function countCandidates(
  store: Store,
  groups: ReadonlyMap<string, readonly string[]>,
  top: number,
): number {
  let candidates = 0;
  for (const ids of groups.values()) {
    const words = new Set<number>();
    for (const id of ids) {
      if (words.size >= top) break;
      for (const word of wordNumbersOf(store, id, top)) words.add(word);
    }
    candidates += Math.min(words.size, top);
  }
  return candidates;
}

/** The candidates of each group, ranked: by our weight or, to compare with, by TF-IDF. */
export function rankCandidates(
  store: Store,
  groups: ReadonlyMap<string, readonly string[]>,
  top: number,
  weight: 'zhagen' | 'tfidf' = 'zhagen',
): Map<string, Candidate[]> {
  const terms = termsOf(store, groups);
  const candidates =
    weight === 'tfidf' ? tfIdfWeights(terms, { top }) : weighTerms(terms, factorsInForce(store), { top });
  const ranked = new Map<string, Candidate[]>([...groups.keys()].map((group) => [group, []]));
  for (const candidate of candidates) ranked.get(candidate.group)?.push(candidate);
  return ranked;
}

/** The candidates of each group as `rankCandidates` has them, with what their weights are made of. */
export function explainCandidates(
  store: Store,
  groups: ReadonlyMap<string, readonly string[]>,
  top: number,
): ExplainedCandidate[] {
  return explainWeights(termsOf(store, groups), factorsInForce(store), { top });
}

function factorsInForce(store: Store): ReturnType<typeof weightFactors> {
  return weightFactors(statisticsInForce(store), { inDictionary, idf: shippedIdf() });
}

function termsOf(store: Store, groups: ReadonlyMap<string, readonly string[]>): Map<string, CaseTerm[]> {
  const groupOf = new Map([...groups].flatMap(([group, ids]) => ids.map((id) => [id, group] as const)));
  const terms = new Map<string, CaseTerm[]>([...groups.keys()].map((group) => [group, []]));
  for (const { caseId, terms: ofCase } of readTerms(store, (id) => groupOf.has(id))) {
    const group = terms.get(groupOf.get(caseId) as string);
    for (const term of ofCase) group?.push(term);
  }
  return terms;
}
