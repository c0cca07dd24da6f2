import type { Candidate } from '../model/candidate.js';
import { rowShapes } from '../model/table-rows.js';
import type { TableSource } from '../model/table-source.js';
import { SETTLED } from '../model/view.js';
import type { WeightFactors } from '../model/weight-factors.js';
import { findAttribute } from '../project/case-attributes.js';
import { countRegions } from '../project/count-regions.js';
import { BY_CASE, groupTexts } from '../project/group-cases.js';
import { explainCandidates, rankCandidates } from '../project/rank-candidates.js';
import { findGenerations, generationsIn, type RankedGroups } from '../project/ranked-groups.js';
import { occurrenceCounter } from '../stages/tabulate/count-occurrences.js';
import { countLeftOut } from '../store/case-standing-table.js';
import { countWithoutText, currentVersions } from '../store/case-table.js';
import { readCountedString } from '../store/counted-text.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import type { Row, Table, TableRequest } from './table.js';

/** The ranked keywords of all groups, with the factors of their weights unless these are TF-IDF. */
export interface MinedKeywords {
  readonly candidates: readonly (Candidate & { readonly factors?: WeightFactors })[];
  readonly ranked: RankedGroups;
  readonly source: TableSource;
}

/** The keywords as mined, in the groups asked for. */
export function minedKeywords(
  store: Store,
  { by: wanted, batch, weight = 'zhagen' }: Pick<TableRequest, 'by' | 'batch' | 'weight'>,
): MinedKeywords {
  const grouping = wanted ?? getSetting(store, 'by') ?? BY_CASE;
  const by = findAttribute(store, grouping)?.name ?? grouping;
  const ranked = findGenerations(store, groupTexts(store, by, batch));
  const top = Number(getSetting(store, 'top'));
  const candidates =
    weight === 'tfidf'
      ? [...rankCandidates(store, ranked, top, weight).values()].flat()
      : explainCandidates(store, ranked, top);
  return {
    candidates,
    ranked,
    source: sourceOfMined(store, ranked, { by, batch, weight }),
  };
}

/** What a table of words as mined is made from. */
export function sourceOfMined(
  store: Store,
  ranked: RankedGroups,
  { by, batch, weight = 'zhagen' }: Pick<TableRequest, 'by' | 'batch' | 'weight'>,
): TableSource {
  const generations = countByGeneration(ranked);
  const withoutText = countWithoutText(store, batch);
  return {
    runIds: generations.map(({ runId }) => runId),
    codebooks: [],
    by: by === undefined ? null : (findAttribute(store, by)?.name ?? by),
    weight,
    unit: 'passage',
    level: null,
    cases: [...ranked.values()].flatMap(({ caseIds }) => caseIds).length + withoutText,
    withoutText,
    ...countLeftOut(store, batch),
    regions: countRegions(store, currentVersions(store, { batch })),
    generations,
    confirmed: { count: 0, of: 0, coders: [] },
    wholeCases: 0,
    contested: 0,
    view: SETTLED,
    filters: { batch, status: 'all' },
  };
}

/** Lists the generations of statistics that the groups of the screened keywords (of one batch) are ranked with. */
export function minedGenerations(store: Store, batch: string | undefined): TableSource['generations'] {
  return countByGeneration(findGenerations(store, groupTexts(store, undefined, batch)));
}

function countByGeneration(ranked: RankedGroups): TableSource['generations'] {
  const groups = [...ranked.values()];
  return generationsIn(ranked).map((head) => ({
    ...head,
    groups: groups.filter(({ generation }) => generation.number === head.number).length,
  }));
}

/**
 * Table 2 of the model study, or what its weights are made of. Where groups have different generations of statistics,
 * a column says which.
 */
export function keywordTable(store: Store, name: 'keywords' | 'weights', mined: MinedKeywords): Table {
  const { candidates, ranked, source } = mined;
  const { generation, ...shape } = rowShapes[name];
  const hasGenerations = source.generations.length > 1;
  const columns = [...Object.keys(shape), ...(hasGenerations ? ['generation'] : [])];
  const counts = name === 'keywords' ? countOccurrences(store, mined) : null;
  const rows = candidates.map((candidate): Row => {
    const { group, rank, word, pos, weight, frequency, cases, isNew, factors } = candidate;
    const of = hasGenerations && { generation: ranked.get(group)?.generation.number ?? null };
    if (name === 'weights') return { group, rank, word, weight, ...factors, ...of };
    const occurrences = counts?.get(group)?.get(word) ?? 0;
    return { group, rank, word, pos, weight, frequency, occurrences, cases, isNew, ...of };
  });
  return { name, columns, rows, source };
}

/** How often a search of the counted text of each group finds its keywords, by group and word. */
function countOccurrences(
  store: Store,
  { candidates, ranked }: MinedKeywords,
): Map<string, Map<string, number>> {
  const counts = new Map([...ranked.keys()].map((group) => [group, new Map<string, number>()]));
  for (const { group, word } of candidates) counts.get(group)?.set(word, 0);
  const countIn = occurrenceCounter(candidates.map(({ word }) => word));
  const groupOf = new Map(
    [...ranked].flatMap(([group, { caseIds }]) => caseIds.map((id) => [id, group] as const)),
  );
  for (const { caseId, version } of currentVersions(store)) {
    const ofGroup = counts.get(groupOf.get(caseId) ?? '');
    if (!ofGroup) continue;
    for (const [word, count] of countIn(readCountedString(store, caseId, version))) {
      const before = ofGroup.get(word);
      if (before !== undefined) ofGroup.set(word, before + count);
    }
  }
  return counts;
}
