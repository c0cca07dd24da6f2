import { type Region, type RegionKind, regionKinds } from '../model/region.js';
import { forgetDerived } from './forget-derived.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/** What of a clean text counts, and how its regions became known. */
export interface TextScope {
  /** Code points of the clean text. */
  readonly characters: number;
  /** The kinds that count in this text alone; null: those of the project. */
  readonly counted: readonly RegionKind[] | null;
  /** Whether only the plain text was there to recognise the regions. */
  readonly isFromPlainText: boolean;
}

interface ScopeRow {
  readonly characters: number;
  readonly counted: string | null;
  readonly from_plain_text: number;
}

interface RegionRow extends Pick<Region, 'kind' | 'start' | 'end'> {
  readonly speaker: string | null;
  readonly speechStart: number | null;
}

/** Writes the regions of a case version as they come, in the place of earlier ones. */
export function openRegions(
  store: Store,
  caseId: string,
  version: string,
): { readonly add: (regions: readonly Region[]) => void; readonly close: (scope: TextScope) => void } {
  const versionNo = versionNumber(store, caseId, version);
  store.run('DELETE FROM region WHERE version_no = ?', versionNo);
  forgetDerived(store, versionNo);
  return {
    add: (regions) => {
      for (const { start, end, kind, speaker, speechStart } of regions) {
        store.run(
          'INSERT INTO region VALUES (?, ?, ?, ?, ?, ?)',
          versionNo,
          start,
          end,
          kind,
          speaker ?? null,
          speechStart ?? null,
        );
      }
    },
    close: ({ characters, counted, isFromPlainText }) =>
      store.run(
        'INSERT OR REPLACE INTO text_scope VALUES (?, ?, ?, ?)',
        versionNo,
        characters,
        counted === null ? null : joinKinds(counted),
        Number(isFromPlainText),
      ),
  };
}

/** The regions of a case version in order; what none covers is body. */
export function readRegions(store: Store, caseId: string, version: string): Region[] {
  const rows = store.all<RegionRow>(
    `SELECT kind, start_at AS start, end_at AS "end", speaker, speech_at AS speechStart
     FROM region WHERE version_no = ? ORDER BY start_at`,
    versionNumber(store, caseId, version),
  );
  return rows.map(({ speaker, speechStart, ...region }) => ({
    ...region,
    ...(speaker === null ? {} : { speaker }),
    ...(speechStart === null ? {} : { speechStart }),
  }));
}

/** What of a case version counts; none for one that was imported before regions were recognised. */
export function readTextScope(store: Store, caseId: string, version: string): TextScope | undefined {
  const row = store.get<ScopeRow>(
    'SELECT characters, counted, from_plain_text FROM text_scope WHERE version_no = ?',
    versionNumber(store, caseId, version),
  );
  return row && scopeOf(row);
}

function scopeOf({ characters, counted, from_plain_text }: ScopeRow): TextScope {
  return {
    characters,
    counted: counted === null ? null : splitKinds(counted),
    isFromPlainText: from_plain_text === 1,
  };
}

/** Kinds of regions as a setting keeps them. */
export function joinKinds(kinds: readonly RegionKind[]): string {
  return regionKinds.filter((kind) => kinds.includes(kind)).join(',');
}

/** The kinds of regions that a setting keeps. */
export function splitKinds(value: string): RegionKind[] {
  const names = value.split(',');
  return regionKinds.filter((kind) => names.includes(kind));
}
