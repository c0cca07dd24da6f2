import type { CountedRegions, RegionCount } from '../model/counted-regions.js';
import { type RegionKind, regionKinds } from '../model/region.js';
import type { Run } from '../model/run.js';
import { projectKinds } from '../store/counted-text.js';
import { cleanLength } from '../store/normalized-text-table.js';
import { kindCounter } from '../store/region-counts.js';
import { readTextScopes } from '../store/region-table.js';
import type { Store } from '../store/store.js';
import { versionNumbers } from '../store/version-number.js';

/** Counts the regions of case versions by kind, and how much of them is mined, coded and counted. */
export function countRegions(store: Store, cases: Run['cases']): CountedRegions {
  const sets = new Map<string, { readonly kinds: readonly RegionKind[]; cases: number }>();
  const counts = new Map<RegionKind, { regions: number; characters: number; counted: number }>();
  let fromPlainText = 0;
  let labels = 0;
  const ofProject = projectKinds(store);
  const scopes = readTextScopes(store);
  const numberOf = versionNumbers(store);
  const countKinds = kindCounter(store);
  for (const { caseId, version } of cases) {
    const versionNo = numberOf(caseId, version) ?? 0;
    const scope = scopes.get(versionNo);
    const kinds = scope === undefined ? regionKinds : (scope.counted ?? ofProject);
    const set = sets.get(kinds.join()) ?? { kinds, cases: 0 };
    sets.set(kinds.join(), set);
    set.cases += 1;
    if (scope === undefined || scope.isFromPlainText) fromPlainText += 1;
    const length = scope?.characters ?? cleanLength(store, caseId, version);
    const found = countKinds(versionNo, length);
    labels += found.labels;
    for (const { kind, regions, characters } of found.kinds) {
      const sum = counts.get(kind) ?? { regions: 0, characters: 0, counted: 0 };
      counts.set(kind, sum);
      sum.regions += regions;
      sum.characters += characters;
      if (kinds.includes(kind)) sum.counted += characters;
    }
  }
  const kinds = regionKinds.flatMap((kind): RegionCount[] => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, ...count }];
  });
  const characters = kinds.reduce((sum, kind) => sum + kind.characters, labels);
  return {
    sets: [...sets.values()].sort((a, b) => b.cases - a.cases),
    characters,
    leftOut: characters - kinds.reduce((sum, kind) => sum + kind.counted, 0),
    kinds,
    labels,
    fromPlainText,
  };
}
