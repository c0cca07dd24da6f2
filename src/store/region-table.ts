import { type Region, type RegionKind, regionKinds } from '../model/region.js';
import { WITHOUT_TEXT } from '../model/without-text.js';
import { forgetDerived } from './forget-derived.js';
import type { Store } from './store.js';
import { versionNumber } from './version-number.js';

/** What of a clean text counts, and how its regions became known. */
export interface TextScope {
  /** Code points of the clean text. */
  readonly characters: number;
  /** The kinds that count in this text alone; null: those of the project; `until-given`: all, until somebody gives those. */
  readonly counted: readonly RegionKind[] | null | 'until-given';
  /** Whether only the plain text was there to recognise the regions. */
  readonly isFromPlainText: boolean;
}

/** How the project file says that a whole text counts until somebody decides which kinds do. */
const UNTIL_GIVEN = '*';

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
        joinScope(counted),
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

/** What of each case version, or of one, counts, by its row number. */
export function readTextScopes(store: Store, versionNo: number | null = null): Map<number, TextScope> {
  const rows = store.all<ScopeRow & { version_no: number }>(
    `SELECT version_no, characters, counted, from_plain_text FROM text_scope ${ofVersion(versionNo)}`,
  );
  return new Map(rows.map((row) => [row.version_no, scopeOf(row)]));
}

/** The current versions that were imported before regions were recognised, in code point order of the case ids. */
export function versionsWithoutScope(store: Store): { readonly caseId: string; readonly version: string }[] {
  return store.all(
    `SELECT id AS caseId, version FROM case_version JOIN project_case USING (case_no)
     WHERE is_current = 1 AND version <> ? AND version_no NOT IN (SELECT version_no FROM text_scope)
     ORDER BY id`,
    WITHOUT_TEXT,
  );
}

/** SQL that leaves the rows of one case version; nothing leaves all. */
export function ofVersion(versionNo: number | null): string {
  return versionNo === null ? '' : `WHERE version_no = ${versionNo}`;
}

function scopeOf({ characters, counted, from_plain_text }: ScopeRow): TextScope {
  return {
    characters,
    counted: splitScope(counted),
    isFromPlainText: from_plain_text === 1,
  };
}

/** What counts in a text, as the project file has it. */
export function splitScope(counted: string | null): TextScope['counted'] {
  if (counted === UNTIL_GIVEN) return 'until-given';
  return counted === null ? null : splitKinds(counted);
}

function joinScope(counted: TextScope['counted']): string | null {
  if (counted === 'until-given') return UNTIL_GIVEN;
  return counted && joinKinds(counted);
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
