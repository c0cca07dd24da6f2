import { type Basis, currentBasis, followRevision } from '../store/derivation-table.js';
import type { Store } from '../store/store.js';
import { deriveChanges } from './derive-changes.js';
import { type DerivedRows, noRows, saveRows } from './derived-rows.js';
import { forgetView, keepView, type ProjectView, viewProject } from './project-view.js';
import type { SettledChange } from './settle-questions.js';

/** What logging leaves behind: its own result, and the verdicts that became others. */
export interface Logged<T> {
  readonly result: T;
  readonly changes: readonly SettledChange[];
}

/** What was logged, and the rows that followed it. */
export interface AppendedDecisions<T> {
  readonly result: T;
  readonly rows: DerivedRows;
}

/**
 * How many groups and texts are looked at while other processes wait for the lock, some 4 ms each. What asks for more is
 * computed before, without the lock.
 */
const BOUND = 250;

/** Thrown to roll back what was logged, since its rows are to be computed without the lock. */
class AffectsMuch extends Error {
  constructor(readonly changes: readonly SettledChange[]) {
    super('a decision affects much');
  }
}

/** Thrown to roll back what was logged, since the rows it affects are out of date. */
class OutOfDate extends Error {}

/** Thrown to roll back what was logged, since it changes which cases or groups everything is derived from. */
class ChangesBasis extends Error {}

/**
 * Logs decisions and brings all derived rows up to date in one transaction: both are there, or neither. What affects much is
 * computed before, with progress, and computed again where somebody else changed the project meanwhile. Logs nothing where
 * rows are to be derived as a whole: before, since they are out of date, or after, since the decision changes the cases or
 * groups from which all of them are derived.
 */
export async function appendDerived<T>(
  store: Store,
  log: () => Logged<T>,
  progress: (done: number) => Promise<void>,
): Promise<AppendedDecisions<T> | 'derive before' | 'derive after'> {
  let ahead: { readonly basis: Basis; readonly view: ProjectView; readonly rows: DerivedRows } | null = null;
  for (;;) {
    try {
      return store.transaction(() => {
        const before = currentBasis(store);
        const isAhead = ahead?.basis.number === before.number && ahead.basis.revision === before.revision;
        const view = isAhead && ahead ? ahead.view : viewProject(store);
        const { result, changes } = log();
        if (currentBasis(store).number !== before.number) throw new ChangesBasis();
        if (!view && changes.length > 0) throw new OutOfDate();
        if (!view) return { result, rows: noRows() };
        const rows = isAhead && ahead ? ahead.rows : deriveAtOnce(view, changes);
        saveRows(store, rows);
        followRevision(store, before);
        view.basis = currentBasis(store);
        keepView(view);
        return { result, rows };
      });
    } catch (error) {
      forgetView(store);
      if (error instanceof OutOfDate) return 'derive before';
      if (error instanceof ChangesBasis) return 'derive after';
      if (!(error instanceof AffectsMuch)) throw error;
      ahead = await deriveAhead(store, error.changes, progress);
    }
  }
}

function deriveAtOnce(view: ProjectView, changes: readonly SettledChange[]): DerivedRows {
  const steps = deriveChanges(view, changes);
  for (let done = 0; ; done += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    if (done > BOUND) throw new AffectsMuch(changes);
  }
}

async function deriveAhead(
  store: Store,
  changes: readonly SettledChange[],
  progress: (done: number) => Promise<void>,
): Promise<{ readonly basis: Basis; readonly view: ProjectView; readonly rows: DerivedRows } | null> {
  const view = viewProject(store);
  if (!view) return null;
  // Others who decide meanwhile must not see what nobody has logged yet.
  forgetView(store);
  const steps = deriveChanges(view, changes);
  for (let done = 0; ; done += 1) {
    const step = steps.next();
    if (step.done) return { basis: view.basis, view, rows: step.value };
    await progress(done);
  }
}
