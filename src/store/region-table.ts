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

/** The regions of a case version counted by kind; characters are code points of its clean text. */
export interface KindCounts {
  readonly kinds: readonly KindCount[];
  /** Characters of the labels of turns, which are in no kind. */
  readonly labels: number;
}

interface KindCount {
  readonly kind: RegionKind;
  readonly regions: number;
  readonly characters: number;
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
  const row = store.get<{ characters: number; counted: string | null; from_plain_text: number }>(
    'SELECT characters, counted, from_plain_text FROM text_scope WHERE version_no = ?',
    versionNumber(store, caseId, version),
  );
  return (
    row && {
      characters: row.characters,
      counted: row.counted === null ? null : splitKinds(row.counted),
      isFromPlainText: row.from_plain_text === 1,
    }
  );
}

/** The regions of a case version of so many characters counted by kind; body is also what no region covers. */
export function countKinds(store: Store, caseId: string, version: string, characters: number): KindCounts {
  const versionNo = versionNumber(store, caseId, version);
  const counts = store.all<KindCount & { readonly labels: number }>(
    `SELECT kind, count(*) AS regions, sum(end_at - coalesce(speech_at, start_at)) AS characters,
       coalesce(sum(speech_at - start_at), 0) AS labels
     FROM region WHERE version_no = ? GROUP BY kind`,
    versionNo,
  );
  // What parts two lines is no stretch of body by itself.
  const gaps = store.get<{ inside: number; last: number }>(
    `SELECT coalesce(sum(gap > 1), 0) AS inside, coalesce(max(end_at), 0) AS last FROM
       (SELECT start_at - lag(end_at, 1, 0) OVER (ORDER BY start_at) AS gap, end_at
        FROM region WHERE version_no = ?)`,
    versionNo,
  ) ?? { inside: 0, last: 0 };
  const body = counts.find(({ kind }) => kind === 'body');
  const others = counts
    .filter((one) => one !== body)
    .map(({ kind, regions, characters }) => ({ kind, regions, characters }));
  const labels = counts.reduce((sum, one) => sum + one.labels, 0);
  const covered = others.reduce((sum, one) => sum + one.characters, labels);
  const regions = gaps.inside + Number(characters - gaps.last > 1) + (body?.regions ?? 0);
  if (regions === 0 && characters === covered) return { kinds: others, labels };
  return { kinds: [...others, { kind: 'body', regions, characters: characters - covered }], labels };
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
