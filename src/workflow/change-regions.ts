import { type CountedRegions, changeKinds, type RegionChange } from '../model/counted-regions.js';
import type { State } from '../model/decisions/decision.js';
import type { SettingValue } from '../model/decisions/setting.js';
import type { RegionKind } from '../model/region.js';
import { casesToMine } from '../project/cases-to-mine.js';
import type { Context, ReadContext } from '../project/context.js';
import { countRegions } from '../project/count-regions.js';
import { recogniseAll } from '../project/recognise-regions.js';
import { recordPlanned } from '../project/record-planned.js';
import { requireCoder } from '../project/require-coder.js';
import { requireKinds } from '../project/require-kinds.js';
import { batchNames, currentVersions } from '../store/case-table.js';
import { textsThatDiffer } from '../store/counted-terms.js';
import { projectKinds } from '../store/counted-text.js';
import { joinKinds, splitKinds } from '../store/region-table.js';
import type { Store } from '../store/store.js';
import { type DecideReport, followDecisions } from './follow-decisions.js';

/** What counts in the project, batch by batch. */
export interface RegionReport {
  /** The project's set, for all cases without a set of their own. */
  readonly counted: readonly RegionKind[];
  readonly regions: CountedRegions;
  readonly batches: readonly { readonly batch: string; readonly regions: CountedRegions }[];
  /** Cases whose counted text a change made another one: they must be mined again. */
  readonly changedCases: readonly string[];
  /** Cases that mining, once it has begun, has still to take up. */
  readonly notMined: readonly string[];
  /** What was decided and what followed from it; null where nothing was asked to change. */
  readonly decided: DecideReport | null;
}

/** Which kinds of regions are to count, and who decides it, why. */
export interface RegionDecision extends RegionChange {
  readonly coder: string;
  readonly reason: string;
}

/** Shows what counts in the project. */
export function listRegions({ store }: ReadContext): RegionReport {
  return reportOf(store, null);
}

/**
 * Decides which kinds of regions count in all cases that have no set of their own. Keywords and codings follow at once. What
 * was mined of a case whose counted text changes does not count until the case is mined again.
 * @throws UserError regions/nothing-left
 */
export async function changeRegions(
  context: Context,
  { reason, ...decision }: RegionDecision,
): Promise<RegionReport> {
  const coder = requireCoder(decision.coder);
  await recogniseAll(context);
  const decided = await followDecisions(context, (again) => {
    const kinds = requireKinds(changeKinds(projectKinds(again.store), decision));
    return recordPlanned(again, { coder, reason }, [
      { kind: 'set', target: { type: 'setting', name: 'regions' }, after: { value: joinKinds(kinds) } },
    ]);
  });
  return reportOf(context.store, decided);
}

/** The cases whose counted text decisions about regions made another one. */
function changedCases(store: Store, { decisions }: DecideReport): string[] {
  const kindsOf = (state: State | null) => state && splitKinds((state as SettingValue).value);
  return decisions.flatMap(({ before, after }) =>
    textsThatDiffer(store, kindsOf(before), kindsOf(after)).map(({ caseId }) => caseId),
  );
}

function reportOf(store: Store, decided: DecideReport | null): RegionReport {
  return {
    counted: projectKinds(store),
    regions: countRegions(store, currentVersions(store)),
    batches: batchNames(store).map((batch) => ({
      batch,
      regions: countRegions(store, currentVersions(store, { batch })),
    })),
    changedCases: decided ? changedCases(store, decided) : [],
    decided,
    notMined: casesToMine(store),
  };
}
