import type { Candidate } from '../model/candidate.js';
import { rowShapes } from '../model/table-rows.js';
import type { TableSource } from '../model/table-source.js';
import type { WeightFactors } from '../model/weight-factors.js';
import { occurrenceCounter } from '../stages/tabulate/count-occurrences.js';
import { currentVersions } from '../store/case-table.js';
import { readCountedString } from '../store/counted-text.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { countRegions } from './count-regions.js';
import { BY_CASE, groupCases } from './group-cases.js';
import { explainCandidates, rankCandidates, statisticsInForce } from './rank-candidates.js';
import type { Row, Table, TableRequest } from './table.js';

/** The ranked keywords of all groups, with the factors of their weights unless these are TF-IDF. */
export interface MinedKeywords {
  readonly candidates: readonly (Candidate & { readonly factors?: WeightFactors })[];
  /** Case ids by group. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly source: TableSource;
}

/** The keywords as mined, in the groups asked for. */
export function minedKeywords(
  store: Store,
  { by: wanted, batch, weight = 'zhagen' }: Pick<TableRequest, 'by' | 'batch' | 'weight'>,
): MinedKeywords {
  const { runId } = statisticsInForce(store);
  const by = wanted ?? getSetting(store, 'by') ?? BY_CASE;
  const groups = groupCases(store, by, batch);
  const top = Number(getSetting(store, 'top'));
  const candidates =
    weight === 'tfidf'
      ? [...rankCandidates(store, groups, top, weight).values()].flat()
      : explainCandidates(store, groups, top);
  return {
    candidates,
    groups,
    source: {
      runIds: [runId],
      codebooks: [],
      by,
      weight,
      unit: 'passage',
      level: null,
      cases: [...groups.values()].flat().length,
      regions: countRegions(store, currentVersions(store, { batch })),
      confirmed: { count: 0, of: 0, coders: [] },
      filters: { batch, status: 'all' },
    },
  };
}

/** Table 2 of the model study, or what its weights are made of. */
export function keywordTable(store: Store, name: 'keywords' | 'weights', mined: MinedKeywords): Table {
  const columns = Object.keys(rowShapes[name]);
  const counts = name === 'keywords' ? countOccurrences(store, mined) : null;
  const rows = mined.candidates.map(({ factors, ...candidate }) => {
    const occurrences = counts?.get(candidate.group)?.get(candidate.word) ?? 0;
    const fields: Row = { ...candidate, ...factors, occurrences };
    return Object.fromEntries(columns.map((column) => [column, fields[column] ?? null]));
  });
  return { name, columns, rows, source: mined.source };
}

/** How often a search of the counted text of each group finds its keywords, by group and word. */
function countOccurrences(
  store: Store,
  { candidates, groups }: MinedKeywords,
): Map<string, Map<string, number>> {
  const counts = new Map([...groups.keys()].map((group) => [group, new Map<string, number>()]));
  for (const { group, word } of candidates) counts.get(group)?.set(word, 0);
  const countIn = occurrenceCounter(candidates.map(({ word }) => word));
  const groupOf = new Map([...groups].flatMap(([group, ids]) => ids.map((id) => [id, group] as const)));
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
