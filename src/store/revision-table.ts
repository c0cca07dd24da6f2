import type { Store } from './store.js';

/** The revision of the project: one more with every decision and every run, 0 before the first. */
export function projectRevision(store: Store): number {
  const row = store.get<{ revision: number }>('SELECT coalesce(max(revision), 0) AS revision FROM revision');
  return row?.revision ?? 0;
}

/** A change of a project: `kind` is `decision`, `regions` or the stage of a run; only decisions have a coder. */
export interface ProjectChange {
  readonly revision: number;
  readonly kind: string;
  readonly coder: string | null;
}

/** What changed a project after a revision, the first change first. */
export function changesSince(store: Store, revision: number): ProjectChange[] {
  return store.all<ProjectChange>(
    `SELECT revision, revision.kind, coder FROM revision LEFT JOIN decision USING (revision)
     WHERE revision > ? ORDER BY revision`,
    revision,
  );
}

/** How often each kind of change but decisions came after one revision, up to another one (null: the last). */
export function countStagesBetween(store: Store, after: number, upTo: number | null): Map<string, number> {
  const rows = store.all<{ kind: string; count: number }>(
    `SELECT kind, count(*) AS count FROM revision WHERE revision > ? AND revision <= coalesce(?, revision)
       AND kind <> 'decision' GROUP BY kind ORDER BY min(revision)`,
    after,
    upTo,
  );
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}

/** Counts changes of the project, one or some; `kind` is `decision` or the stage of a run. Returns the revision of the first. */
export function appendRevision(store: Store, kind: string, changes = 1): number {
  const first = projectRevision(store) + 1;
  for (let at = 0; at < changes; at += 1) store.run('INSERT INTO revision VALUES (?, ?)', first + at, kind);
  return first;
}
