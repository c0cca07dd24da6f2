import type { RegionKind } from '../model/region.js';
import { groupBy } from '../text/group-by.js';
import type { Store } from './store.js';

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

/** Stretches that no region covers: how many lie before a region, and where the last region ends. */
interface Gaps {
  readonly inside: number;
  readonly last: number;
}

/**
 * Reads the regions of all case versions at once, to count those of a version (its row number) with so many characters
 * by kind; body is also what no region covers.
 */
export function kindCounter(store: Store): (versionNo: number, characters: number) => KindCounts {
  const counts = groupBy(
    store.all<KindCount & { readonly labels: number; readonly versionNo: number }>(
      `SELECT version_no AS versionNo, kind, count(*) AS regions,
         sum(end_at - coalesce(speech_at, start_at)) AS characters,
         coalesce(sum(speech_at - start_at), 0) AS labels
       FROM region GROUP BY version_no, kind`,
    ),
    ({ versionNo }) => versionNo,
  );
  // What parts two lines is no stretch of body by itself.
  const gaps = new Map(
    store
      .all<Gaps & { readonly versionNo: number }>(
        `SELECT version_no AS versionNo, coalesce(sum(gap > 1), 0) AS inside, max(end_at) AS last FROM
           (SELECT version_no, end_at,
              start_at - lag(end_at, 1, 0) OVER (PARTITION BY version_no ORDER BY start_at) AS gap
            FROM region)
         GROUP BY version_no`,
      )
      .map((row) => [row.versionNo, row]),
  );
  return (versionNo, characters) =>
    withBody(counts.get(versionNo) ?? [], gaps.get(versionNo) ?? { inside: 0, last: 0 }, characters);
}

function withBody(
  counts: readonly (KindCount & { readonly labels: number })[],
  gaps: Gaps,
  characters: number,
): KindCounts {
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
