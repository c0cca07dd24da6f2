import { type CountedRegions, changeKinds, type RegionChange } from '../model/counted-regions.js';
import type { RegionKind } from '../model/region.js';
import type { Context, ReadContext } from '../project/context.js';
import { countRegions } from '../project/count-regions.js';
import { requireKinds } from '../project/require-kinds.js';
import { batchNames, currentVersions } from '../store/case-table.js';
import { leftOutSpans, projectKinds } from '../store/counted-text.js';
import { deriveMissing } from '../store/derive-missing.js';
import { forgetDerived } from '../store/forget-derived.js';
import { joinKinds } from '../store/region-table.js';
import { appendRevision } from '../store/revision-table.js';
import { latestRun } from '../store/run-table.js';
import { setSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { casesNotMined, forgetTerms } from '../store/term-table.js';
import { versionNumber } from '../store/version-number.js';
import { recogniseLater } from './case-regions.js';

/** What counts in the project, batch by batch. */
export interface RegionReport {
  /** The project's set, for all cases without a set of their own. */
  readonly counted: readonly RegionKind[];
  readonly regions: CountedRegions;
  readonly batches: readonly { readonly batch: string; readonly regions: CountedRegions }[];
  /** Cases whose counted text a change made another one: they must be mined and coded again. */
  readonly changedCases: readonly string[];
  /** Cases that mining, once it has begun, has still to take up. */
  readonly notMined: readonly string[];
}

/** Shows what counts in the project. */
export function listRegions({ store }: ReadContext): RegionReport {
  return reportOf(store, []);
}

/**
 * Changes which kinds of regions count in all cases that have no set of their own. What was mined of a case whose
 * counted text changes is forgotten, so that the next mining takes it up.
 */
export function changeRegions({ store }: Context, change: RegionChange): RegionReport {
  return store.transaction(() => {
    const kinds = requireKinds(changeKinds(projectKinds(store), change));
    const cases = currentVersions(store, { scope: 'all' });
    const spansOf = () => cases.map((one) => JSON.stringify(leftOutSpans(store, one.caseId, one.version)));
    const before = spansOf();
    for (const { caseId, version } of cases) recogniseLater(store, caseId, version);
    setSetting(store, 'regions', joinKinds(kinds));
    appendRevision(store, 'regions');
    const after = spansOf();
    const changed = cases.filter((_, at) => before[at] !== after[at]);
    for (const { caseId, version } of changed) {
      forgetTerms(store, caseId);
      forgetDerived(store, versionNumber(store, caseId, version));
    }
    deriveMissing(store);
    return reportOf(
      store,
      changed.map(({ caseId }) => caseId),
    );
  });
}

function reportOf(store: Store, changedCases: readonly string[]): RegionReport {
  return {
    counted: projectKinds(store),
    regions: countRegions(store, currentVersions(store)),
    batches: batchNames(store).map((batch) => ({
      batch,
      regions: countRegions(store, currentVersions(store, { batch })),
    })),
    changedCases,
    notMined: latestRun(store, 'mine') ? casesNotMined(store) : [],
  };
}
