import { type Codebook, NO_CODEBOOK } from '../model/codebook.js';
import type { TableSource } from '../model/table-source.js';
import { SETTLED } from '../model/view.js';
import { countRegions } from '../project/count-regions.js';
import { countLeftOut } from '../store/case-standing-table.js';
import { countWithoutText, currentVersions } from '../store/case-table.js';
import type { Store } from '../store/store.js';

/** What a table of people's own words is made from: no run, only who wrote it, and of relations the codebook. */
export function sourceOfPeople(
  store: Store,
  { coder }: { readonly coder?: string | undefined },
  codebook?: Codebook,
): TableSource {
  const current = currentVersions(store);
  return {
    runIds: [],
    codebooks: codebook ? [{ ...codebook, id: codebook.id || NO_CODEBOOK }] : [],
    by: null,
    weight: 'zhagen',
    unit: 'passage',
    level: null,
    cases: current.length,
    withoutText: countWithoutText(store),
    ...countLeftOut(store),
    generations: [],
    regions: countRegions(store, current),
    confirmed: { count: 0, of: 0, coders: [] },
    wholeCases: 0,
    contested: 0,
    view: coder === undefined ? SETTLED : { kind: 'coder', coder },
    filters: { status: 'all' },
  };
}
