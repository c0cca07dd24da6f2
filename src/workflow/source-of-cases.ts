import type { TableSource } from '../model/table-source.js';
import { SETTLED } from '../model/view.js';
import { countRegions } from '../project/count-regions.js';
import { countLeftOut } from '../store/case-standing-table.js';
import { countWithoutText, currentVersions } from '../store/case-table.js';
import type { Store } from '../store/store.js';

/** What a table of the cases themselves (of one batch) is made from: no coding. */
export function sourceOfCases(store: Store, batch: string | undefined): TableSource {
  const current = currentVersions(store, { batch });
  return {
    runIds: [],
    codebooks: [],
    by: null,
    weight: 'zhagen',
    unit: 'passage',
    level: null,
    cases: current.length,
    withoutText: countWithoutText(store, batch),
    ...countLeftOut(store, batch),
    generations: [],
    regions: countRegions(store, current),
    confirmed: { count: 0, of: 0, coders: [] },
    wholeCases: 0,
    contested: 0,
    view: SETTLED,
    filters: { batch, status: 'all' },
  };
}
