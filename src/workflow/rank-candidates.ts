import { UserError } from '../errors.js';
import type { Candidate, CaseTerm } from '../model/candidate.js';
import { tfIdfWeights } from '../stages/weigh/tf-idf-weights.js';
import { weighTerms } from '../stages/weigh/weigh-terms.js';
import { type FrozenStatistics, readStatistics } from '../store/statistics-table.js';
import type { Store } from '../store/store.js';
import { readTerms } from '../store/term-table.js';

/** The statistics in force, or `screen/not-mined`. */
export function statisticsInForce(store: Store): FrozenStatistics {
  const statistics = readStatistics(store);
  if (!statistics) throw new UserError('screen/not-mined', { database: store.path });
  return statistics;
}

/** The candidates of each group, ranked: by our weight or, to compare with, by TF-IDF. */
export function rankCandidates(
  store: Store,
  groups: ReadonlyMap<string, readonly string[]>,
  top: number,
  weight: 'zhagen' | 'tfidf' = 'zhagen',
): Map<string, Candidate[]> {
  const { documentFrequency, documents } = statisticsInForce(store);
  const groupOf = new Map([...groups].flatMap(([group, ids]) => ids.map((id) => [id, group] as const)));
  const terms = new Map<string, CaseTerm[]>([...groups.keys()].map((group) => [group, []]));
  for (const { caseId, terms: ofCase } of readTerms(store)) {
    const group = terms.get(groupOf.get(caseId) ?? '');
    for (const term of ofCase) group?.push(term);
  }
  const candidates =
    weight === 'tfidf'
      ? tfIdfWeights(terms, { top })
      : weighTerms(terms, documentFrequency, documents, { top });
  const ranked = new Map<string, Candidate[]>([...groups.keys()].map((group) => [group, []]));
  for (const candidate of candidates) ranked.get(candidate.group)?.push(candidate);
  return ranked;
}
