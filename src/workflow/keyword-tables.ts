import type { Candidate } from '../model/candidate.js';
import { rowShapes } from '../model/table-rows.js';
import type { TableSource } from '../model/table-source.js';
import type { WeightFactors } from '../model/weight-factors.js';
import { currentVersions } from '../store/case-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { countRegions } from './count-regions.js';
import { BY_CASE, groupCases } from './group-cases.js';
import { explainCandidates, rankCandidates, statisticsInForce } from './rank-candidates.js';
import type { Row, Table, TableRequest } from './table.js';

/** The ranked keywords of all groups, with the factors of their weights unless these are TF-IDF. */
export interface MinedKeywords {
  readonly candidates: readonly (Candidate & { readonly factors?: WeightFactors })[];
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
    source: {
      runId,
      codebooks: [],
      by,
      weight,
      unit: 'passage',
      cases: [...groups.values()].flat().length,
      regions: countRegions(store, currentVersions(store, { batch })),
      confirmed: { count: 0, of: 0, coders: [] },
      filters: { batch, status: 'all' },
    },
  };
}

/** Table 2 of the model study, or what its weights are made of. */
export function keywordTable(name: 'keywords' | 'weights', { candidates, source }: MinedKeywords): Table {
  const columns = Object.keys(rowShapes[name]);
  const rows = candidates.map(({ factors, ...candidate }) => {
    const fields: Row = { ...candidate, ...factors };
    return Object.fromEntries(columns.map((column) => [column, fields[column] ?? null]));
  });
  return { name, columns, rows, source };
}
