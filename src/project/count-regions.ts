import type { CountedRegions, RegionCount } from '../model/counted-regions.js';
import { type RegionKind, regionKinds } from '../model/region-kind.js';
import type { Run } from '../model/run.js';
import type { Span } from '../model/span.js';
import { isWithoutText } from '../model/without-text.js';
import { countedKinds, givenKinds, leftOutRegions, leftOutSpans } from '../store/counted-text.js';
import { cleanLength } from '../store/normalized-text-table.js';
import { countRegionRows } from '../store/region-counts.js';
import { splitScope } from '../store/region-table.js';
import { sealedCounts } from '../store/sealed-statement-table.js';
import type { Store } from '../store/store.js';
import { versionNumbers } from '../store/version-number.js';

/** Counts the regions of case versions that have a text by kind, and how much of them is mined, coded and counted. */
export function countRegions(store: Store, versions: Run['cases']): CountedRegions {
  const cases = versions.filter((one) => !isWithoutText(one));
  const numberOf = versionNumbers(store);
  const scopes = countRegionRows(
    store,
    cases.map(({ caseId, version }) => numberOf(caseId, version) ?? 0),
    (position) => {
      const { caseId, version } = cases[position] as Run['cases'][number];
      return cleanLength(store, caseId, version);
    },
  ).sort((one, other) => one.position - other.position);
  const sets = new Map<string, { readonly kinds: readonly RegionKind[]; cases: number }>();
  const counts = new Map<RegionKind, { regions: number; characters: number; counted: number }>();
  const given = givenKinds(store);
  let countedLabels = 0;
  for (const { counted, cases, kinds: found, labels } of scopes) {
    const inScope = countedKinds(counted === undefined ? undefined : { counted: splitScope(counted) }, given);
    const kinds = inScope ?? regionKinds;
    if (inScope === null) countedLabels += labels;
    const set = sets.get(kinds.join()) ?? { kinds, cases: 0 };
    sets.set(kinds.join(), set);
    set.cases += cases;
    for (const { kind, regions, characters } of found) {
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
  const labels = scopes.reduce((sum, one) => sum + one.labels, 0);
  const characters = kinds.reduce((sum, kind) => sum + kind.characters, labels);
  const sealed = countSealed(store, cases);
  return {
    sets: [...sets.values()].sort((a, b) => b.cases - a.cases),
    characters,
    leftOut: characters - kinds.reduce((sum, kind) => sum + kind.counted, countedLabels) + sealed.characters,
    kinds,
    labels,
    sealed,
    fromPlainText: scopes.reduce((sum, one) => sum + one.fromPlainText, 0),
  };
}

/** Counts the sealed statements of case versions, and the characters that are left out for them alone. */
function countSealed(store: Store, versions: Run['cases']): CountedRegions['sealed'] {
  const counts = sealedCounts(store);
  let statements = 0;
  let characters = 0;
  for (const { caseId, version } of versions) {
    const count = counts.get(`${version}\t${caseId}`) ?? 0;
    if (count === 0) continue;
    statements += count;
    characters +=
      lengthOf(leftOutSpans(store, caseId, version)) - lengthOf(leftOutRegions(store, caseId, version));
  }
  return { statements, characters };
}

const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
