import type { Store } from './store.js';

/** The revision of the project: one more with every decision and every run, 0 before the first. */
export function projectRevision(store: Store): number {
  const row = store.get<{ revision: number }>('SELECT coalesce(max(revision), 0) AS revision FROM revision');
  return row?.revision ?? 0;
}

/** Counts a change of the project; `kind` is `decision` or the stage of a run. Returns its revision. */
export function appendRevision(store: Store, kind: string): number {
  const revision = projectRevision(store) + 1;
  store.run('INSERT INTO revision VALUES (?, ?)', revision, kind);
  return revision;
}
