import type { Basis } from '../store/derivation-table.js';
import type { Store } from '../store/store.js';
import { isAboutGround } from './affected-cases.js';
import { deriveChanges } from './derive-changes.js';
import type { DerivedRows } from './derived-rows.js';
import { loadedView, type ProjectView } from './project-view.js';
import type { RecordedDecisions } from './record-decisions.js';
import type { SettledChange } from './settle-questions.js';
import { takeBackChanges } from './verdict-index.js';

/** What would follow from changes, by these as JSON; it holds while the view has the same basis. */
interface Foreseen {
  readonly basis: Basis;
  readonly rows: Map<string, DerivedRows>;
}

const foreseen = new WeakMap<ProjectView, Foreseen>();

/**
 * Derives what would follow if decisions about words were logged now, and keeps it until the project changes; leaves nothing in
 * the project. Gives way between steps, and up where `goOn` says so. Does nothing while somebody else writes, where rows are out
 * of date, and for decisions about codes or cases.
 * @param log logs the decisions; what it logs is taken back
 */
export async function foresee(
  store: Store,
  log: () => RecordedDecisions,
  goOn: () => Promise<boolean>,
): Promise<void> {
  const view = loadedView(store);
  if (!view) return;
  const logged = store.takenBack(log);
  if (!logged || !isForeseeable(store, logged)) return;
  const { changes } = logged;
  const { rows } = foreseenOf(view);
  const key = JSON.stringify(changes);
  if (rows.has(key)) return;
  const steps = deriveChanges(view, { changes, moves: [] });
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) {
        rows.set(key, step.value);
        return;
      }
      if (!(await goOn())) return;
    }
  } finally {
    takeBackChanges(view.verdicts, changes);
  }
}

/** The rows that follow from changes, where they were foreseen; brings the verdicts of the view up to date with them. */
export function takeForeseen(view: ProjectView, changes: readonly SettledChange[]): DerivedRows | undefined {
  const rows = foreseenOf(view).rows.get(JSON.stringify(changes));
  if (rows) for (const change of changes) view.verdicts.change(change);
  return rows;
}

function foreseenOf(view: ProjectView): Foreseen {
  const known = foreseen.get(view);
  if (known?.basis === view.basis) return known;
  const fresh = { basis: view.basis, rows: new Map() };
  foreseen.set(view, fresh);
  return fresh;
}

/** Verdicts on words alone lie on top of the project, and can be taken off again. */
function isForeseeable(store: Store, { decisions, changes }: RecordedDecisions): boolean {
  return (
    changes.length > 0 &&
    changes.every(({ aspect }) => aspect === 'screening') &&
    !decisions.some(({ target }) => isAboutGround(store, target))
  );
}
