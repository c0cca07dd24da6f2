import type { Candidate, CaseTerm } from '../model/candidate.js';
import { inDictionary, shippedIdf } from '../stages/segment/jieba.js';
import { tfIdfWeights } from '../stages/weigh/tf-idf-weights.js';
import { type ExplainedCandidate, explainWeights, weighTerms } from '../stages/weigh/weigh-terms.js';
import { weightFactors } from '../stages/weigh/weight-factors.js';
import { isCurrent, SCREENING } from '../store/derivation-table.js';
import { type GenerationHead, readStatistics } from '../store/generation-table.js';
import { readRanking } from '../store/ranking-table.js';
import type { Store } from '../store/store.js';
import { firstWordNumbers } from '../store/term-lists.js';
import { termReader } from '../store/term-table.js';
import { groupBy } from '../text/group-by.js';
import { groupTexts } from './group-cases.js';
import { generationOfCases, type RankedGroups } from './ranked-groups.js';

/** The terms of a group and the generation of statistics it is ranked with. */
interface TermsOfGroup {
  readonly group: string;
  readonly generation: GenerationHead;
  readonly terms: readonly CaseTerm[];
}

/** Counts the candidates of the groups, once all their cases are mined: different words, at most `top` a group. */
export function countCandidates(store: Store, ranked: RankedGroups, top: number): number {
  const wordsOf = firstWordNumbers(store, generationOfCases(ranked), top);
  let candidates = 0;
  for (const { caseIds } of ranked.values()) {
    candidates += Math.min(new Set(caseIds.flatMap((id) => wordsOf.get(id) ?? [])).size, top);
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
  if (weight === 'zhagen') return new Map(weighEachGroup(store, readGroups(store, ranked), weighTerms, top));
  const groups = [...readGroups(store, ranked)].map(({ group, terms }) => [group, terms] as const);
  const byGroup = groupBy(tfIdfWeights(new Map(groups), { top }), ({ group }) => group);
  return new Map([...ranked.keys()].map((group) => [group, byGroup.get(group) ?? []]));
}

/** Ranks all candidates of one group after the other by our weight, however many they are. */
export function rankEachGroup(
  store: Store,
  ranked: RankedGroups,
): Generator<readonly [group: string, candidates: Candidate[]]> {
  return weighEachGroup(store, readGroups(store, ranked), weighTerms, Number.POSITIVE_INFINITY);
}

/** Ranks the candidates of each group as `rankCandidates` does, with what their weights are made of. */
export function explainCandidates(store: Store, ranked: RankedGroups, top: number): ExplainedCandidate[] {
  const groups = readFirstOfGroups(store, ranked, top);
  return [...weighEachGroup(store, groups, explainWeights, top)].flatMap(([, candidates]) => candidates);
}

/** Weighs the terms of one group after the other, each with the statistics of its generation. */
function* weighEachGroup<T>(
  store: Store,
  groups: Iterable<TermsOfGroup>,
  weigh: (
    terms: ReadonlyMap<string, readonly CaseTerm[]>,
    factorsOf: ReturnType<typeof weightFactors>,
    options: { readonly top: number },
  ) => T[],
  top: number,
): Generator<readonly [group: string, candidates: T[]]> {
  const factors = new Map<number, ReturnType<typeof weightFactors>>();
  for (const { group, generation, terms } of groups) {
    const factorsOf =
      factors.get(generation.number) ??
      weightFactors(readStatistics(store, generation), { inDictionary, idf: shippedIdf() });
    factors.set(generation.number, factorsOf);
    yield [group, weigh(new Map([[group, terms]]), factorsOf, { top })];
  }
}

/** Reads the terms of one group after the other, so that those of one are in memory. */
function* readGroups(store: Store, ranked: RankedGroups): Generator<TermsOfGroup> {
  const termsOfCase = termReader(store, generationOfCases(ranked));
  for (const [group, { caseIds, generation }] of ranked) {
    yield { group, generation, terms: caseIds.flatMap((id) => termsOfCase(id)) };
  }
}

/** The same, of a group that the last screening ranked as it is now only the terms that come first. */
function* readFirstOfGroups(store: Store, ranked: RankedGroups, top: number): Generator<TermsOfGroup> {
  const termsOfCase = termReader(store, generationOfCases(ranked));
  const screened = isCurrent(store, SCREENING) ? groupTexts(store) : new Map<string, string[]>();
  for (const [group, { caseIds, generation }] of ranked) {
    const isScreened = screened.get(group)?.join('\n') === caseIds.join('\n');
    const first = isScreened ? readRanking(store, group, top).map(({ wordNo }) => wordNo) : undefined;
    yield { group, generation, terms: caseIds.flatMap((id) => termsOfCase(id, first)) };
  }
}
