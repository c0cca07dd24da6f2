import { defaultCountedKinds } from '../model/counted-regions.js';
import type { TracedText } from '../model/normalized-text.js';
import { type RegionKind, regionKinds } from '../model/region.js';
import type { Span } from '../model/span.js';
import { leaveOut, leaveOutOfParts, spansOutside, uniteSpans } from '../text/counted-text.js';
import { readCleanParts, readTracedText } from './normalized-text-table.js';
import { readRegions, readTextScope, splitKinds, type TextScope } from './region-table.js';
import { readSealedStatements } from './sealed-statement-table.js';
import { givenSetting } from './setting-table.js';
import type { Store } from './store.js';

/** The kinds of regions that count in the cases without a set of their own, as somebody gave them; null: nobody did. */
export function givenKinds(store: Store): RegionKind[] | null {
  const given = givenSetting(store, 'regions');
  return given === undefined ? null : splitKinds(given);
}

/** The kinds of regions that count in the cases without a set of their own. */
export function projectKinds(store: Store): readonly RegionKind[] {
  return givenKinds(store) ?? defaultCountedKinds;
}

/**
 * The kinds of regions that count in a text where the project's set is given or not; null: the whole text, which has the
 * labels of turns, too, as where regions were never recognised.
 */
export function countedKinds(
  scope: Pick<TextScope, 'counted'> | undefined,
  given: readonly RegionKind[] | null,
): readonly RegionKind[] | null {
  if (scope === undefined) return null;
  if (scope.counted === 'until-given') return given;
  return scope.counted ?? given ?? defaultCountedKinds;
}

/** The kinds of regions that count in a text now. */
export function kindsInScope(store: Store, scope: TextScope | undefined): readonly RegionKind[] {
  return countedKinds(scope, givenKinds(store)) ?? regionKinds;
}

/**
 * The stretches of the clean text of a case version that do not count, in order and apart: regions, labels of turns, and sealed
 * statements.
 */
export function leftOutSpans(store: Store, caseId: string, version: string): Span[] {
  const regions = leftOutRegions(store, caseId, version);
  const sealed = readSealedStatements(store, caseId, version).map(({ clean }) => clean);
  return sealed.length === 0 ? regions : uniteSpans([...regions, ...sealed]);
}

/** The stretches that do not count for their kind, whatever is sealed; labels of turns never do. */
export function leftOutRegions(store: Store, caseId: string, version: string): Span[] {
  const scope = readTextScope(store, caseId, version);
  const kinds = countedKinds(scope, givenKinds(store));
  if (scope === undefined || kinds === null) return [];
  return spansOutside(readRegions(store, caseId, version), kinds, scope.characters);
}

/** The clean text of a case version as far as it counts, with its origins: what is mined, coded and counted. */
export function readCountedText(store: Store, caseId: string, version: string): TracedText | undefined {
  const traced = readTracedText(store, caseId, version);
  return traced && leaveOut(traced, leftOutSpans(store, caseId, version));
}

/** The text of `readCountedText`, one part after the other. */
export function readCountedParts(store: Store, caseId: string, version: string): Generator<string> {
  return leaveOutOfParts(readCleanParts(store, caseId, version), leftOutSpans(store, caseId, version));
}

/** The text of `readCountedText` alone; empty where a case has none. */
export function readCountedString(store: Store, caseId: string, version: string): string {
  return [...readCountedParts(store, caseId, version)].join('');
}
