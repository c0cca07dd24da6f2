import type { Candidate } from '../model/candidate.js';
import { rowShapes } from '../model/table-rows.js';
import type { TableSource } from '../model/table-source.js';
import type { WeightFactors } from '../model/weight-factors.js';
import { currentVersions } from '../store/case-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { countRegions } from './count-regions.js';
import { BY_CASE, groupCases } from './group-cases.js';
import { explainCandidates, rankCandidates } from './rank-candidates.js';
import { findGenerations, generationsIn, type RankedGroups } from './ranked-groups.js';
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
  const by = wanted ?? getSetting(store, 'by') ?? BY_CASE;
  const ranked = findGenerations(store, groupCases(store, by, batch));
  const generations = countByGeneration(ranked);
  const top = Number(getSetting(store, 'top'));
  const candidates =
    weight === 'tfidf'
      ? [...rankCandidates(store, ranked, top, weight).values()].flat()
      : explainCandidates(store, ranked, top);
  return {
    candidates,
    ranked,
    source: {
      runId: generations.at(-1)?.runId ?? '',
      codebooks: [],
      by,
      weight,
      unit: 'passage',
      cases: [...ranked.values()].flatMap(({ caseIds }) => caseIds).length,
      regions: countRegions(store, currentVersions(store, { batch })),
      generations,
      confirmed: { count: 0, of: 0, coders: [] },
      filters: { batch, status: 'all' },
    },
  };
}

/** Lists the generations of statistics that the groups of the screened keywords (of one batch) are ranked with. */
export function minedGenerations(store: Store, batch: string | undefined): TableSource['generations'] {
  return countByGeneration(
    findGenerations(store, groupCases(store, getSetting(store, 'by') ?? BY_CASE, batch)),
  );
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
export function keywordTable(
  name: 'keywords' | 'weights',
  { candidates, ranked, source }: MinedKeywords,
): Table {
  const { generation, ...shape } = rowShapes[name];
  const columns = [...Object.keys(shape), ...(source.generations.length > 1 ? ['generation'] : [])];
  const rows = candidates.map(({ factors, ...candidate }) => {
    const fields: Row = {
      ...candidate,
      ...factors,
      generation: ranked.get(candidate.group)?.generation.number ?? null,
    };
    return Object.fromEntries(columns.map((column) => [column, fields[column] ?? null]));
  });
  return { name, columns, rows, source };
}
