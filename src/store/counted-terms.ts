import type { RegionKind } from '../model/region.js';
import { countedKinds, givenKinds } from './counted-text.js';
import { forgetDerived } from './forget-derived.js';
import { readTextScopes, splitKinds, type TextScope } from './region-table.js';
import { setSetting } from './setting-table.js';
import type { Store } from './store.js';

/** Kinds of regions that count; null: the whole text. */
type Counted = readonly RegionKind[] | null;

/**
 * Sets which kinds of regions count in the cases without a set of their own (null: as nobody had decided it), and marks the
 * terms that were collected from what counts now. Those of other regions wait until the next mining.
 */
export function putCountedKinds(store: Store, value: string | null): void {
  const before = givenKinds(store);
  setSetting(store, 'regions', value);
  const after = givenKinds(store);
  const scopes = readTextScopes(store);
  const differsBetween = compareCounted(store, scopes);
  for (const { versionNo } of textsThatDiffer(store, before, after)) forgetDerived(store, versionNo);
  const lists = store.all<{ listNo: number; versionNo: number; counted: string | null; isCurrent: number }>(
    'SELECT list_no AS listNo, version_no AS versionNo, counted, is_current AS isCurrent FROM term_list',
  );
  for (const { listNo, versionNo, counted, isCurrent } of lists) {
    const now = countedKinds(scopes.get(versionNo), after);
    const isNow = Number(!differsBetween(versionNo, counted === null ? null : splitKinds(counted), now));
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

/** Whether other text of a version counts under some kinds than under others: only those that occur in it make a difference. */
function compareCounted(
  store: Store,
  scopes: ReadonlyMap<number, TextScope>,
): (versionNo: number, one: Counted, other: Counted) => boolean {
  const rows = store.all<{ versionNo: number; kinds: string; labels: number; covered: number }>(
    `SELECT version_no AS versionNo, group_concat(DISTINCT kind) AS kinds,
       coalesce(sum(speech_at - start_at), 0) AS labels, sum(end_at - start_at) AS covered
     FROM region GROUP BY version_no`,
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
