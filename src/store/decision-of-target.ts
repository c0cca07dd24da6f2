import { subjectsOf } from '../model/decisions/dependence.js';
import { keyOf, type Target } from '../model/decisions/target.js';
import { logReader } from './case-alias-table.js';
import type { Store } from './store.js';

/** The reason of the last decision about a target that was not taken back; null where there is none. */
export function lastReason(store: Store, target: Target): string | null {
  const key = keyOf(target);
  const [subject = ''] = subjectsOf({ target, coder: '', before: null, after: null });
  const rows = store.all<{ target: string; reason: string }>(
    `SELECT target, reason FROM decision JOIN standing_decision USING (revision) JOIN decision_subject USING (revision)
     WHERE subject = ? ORDER BY revision DESC`,
    subject,
  );
  const read = logReader(store);
  return rows.find((row) => keyOf(read(row.target) as Target) === key)?.reason ?? null;
}
