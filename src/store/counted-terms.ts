import type { RegionKind } from '../model/region.js';
import { countedKinds, givenKinds } from './counted-text.js';
import { forgetDerived } from './forget-derived.js';
import { ofVersion, readTextScopes, splitKinds, type TextScope } from './region-table.js';
import { sealedPlaces } from './sealed-statement-table.js';
import { setSetting } from './setting-table.js';
import type { Store } from './store.js';

/** Kinds of regions that count; null: the whole text. */
type Counted = readonly RegionKind[] | null;

/**
 * Sets which kinds of regions count in the cases without a set of their own (null: as nobody had decided it), and marks the
 * terms that were collected from what counts now.
 */
export function putCountedKinds(store: Store, value: string | null): void {
  const before = givenKinds(store);
  setSetting(store, 'regions', value);
  for (const { versionNo } of textsThatDiffer(store, before, givenKinds(store)))
    forgetDerived(store, versionNo);
  markCurrentTerms(store);
}

/**
 * Marks the terms (of one version) that were collected from the text that counts now. Those of other regions or with other
 * statements wait until the next mining.
 */
export function markCurrentTerms(store: Store, versionNo: number | null = null): void {
  const given = givenKinds(store);
  const scopes = readTextScopes(store, versionNo);
  const differsBetween = compareCounted(store, scopes, versionNo);
  const lists = store.all<{
    listNo: number;
    versionNo: number;
    counted: string | null;
    sealed: string | null;
    isCurrent: number;
  }>(
    `SELECT list_no AS listNo, version_no AS versionNo, counted, sealed, is_current AS isCurrent FROM term_list
     ${ofVersion(versionNo)}`,
  );
  for (const { listNo, versionNo, counted, sealed, isCurrent } of lists) {
    const kindsNow = countedKinds(scopes.get(versionNo), given);
    const isOfKinds = !differsBetween(versionNo, counted === null ? null : splitKinds(counted), kindsNow);
    const isNow = Number(isOfKinds && sealed === sealedPlaces(store, versionNo));
    if (isNow !== isCurrent) {
      store.run('UPDATE term_list SET is_current = ? WHERE list_no = ?', isNow, listNo);
    }
  }
}

/** The current versions of cases in which other text counts under one set of the project than under another. */
export function textsThatDiffer(
  store: Store,
  one: Counted,
  other: Counted,
): { readonly versionNo: number; readonly caseId: string }[] {
  const scopes = readTextScopes(store);
  const differsBetween = compareCounted(store, scopes);
  return store
    .all<{ versionNo: number; caseId: string }>(
      `SELECT version_no AS versionNo, id AS caseId FROM case_version JOIN project_case USING (case_no)
       WHERE is_current = 1 ORDER BY id`,
    )
    .filter(({ versionNo }) => {
      const scope = scopes.get(versionNo);
      return differsBetween(versionNo, countedKinds(scope, one), countedKinds(scope, other));
    });
}

/**
 * Whether other text of a version (of the one that is given) counts under some kinds than under others: only those that occur in
 * it make a difference.
 */
function compareCounted(
  store: Store,
  scopes: ReadonlyMap<number, TextScope>,
  versionNo: number | null = null,
): (versionNo: number, one: Counted, other: Counted) => boolean {
  const rows = store.all<{ versionNo: number; kinds: string; labels: number; covered: number }>(
    `SELECT version_no AS versionNo, group_concat(DISTINCT kind) AS kinds,
       coalesce(sum(speech_at - start_at), 0) AS labels, sum(end_at - start_at) AS covered
     FROM region ${ofVersion(versionNo)} GROUP BY version_no`,
  );
  const regions = new Map(rows.map(({ versionNo, ...row }) => [versionNo, row]));
  return (versionNo, one, other) => {
    if (one?.join() === other?.join()) return false;
    const { kinds, labels, covered } = regions.get(versionNo) ?? { kinds: '', labels: 0, covered: 0 };
    if (labels > 0 && (one === null) !== (other === null)) return true;
    const hasBody = covered < (scopes.get(versionNo)?.characters ?? 0);
    const counts = (counted: Counted, kind: RegionKind) => counted?.includes(kind) ?? true;
    const present = [...splitKinds(kinds), ...(hasBody ? (['body'] as const) : [])];
    return present.some((kind) => counts(one, kind) !== counts(other, kind));
  };
}
