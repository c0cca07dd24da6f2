import { type Basis, currentBasis, followRevision, isSameBasis } from '../store/derivation-table.js';
import type { Store } from '../store/store.js';
import { deriveChanges } from './derive-changes.js';
import { type DerivedRows, noRows, saveRows } from './derived-rows.js';
import {
  type AppliedFramework,
  forgetView,
  keepView,
  loadedView,
  type ProjectView,
  viewProject,
} from './project-view.js';
import type { SettledChange } from './settle-questions.js';
import { takeBackChanges } from './verdict-index.js';

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
 * How many groups and texts are looked at while other processes wait for the lock, some 2 ms each. What asks for more is
 * computed before, without the lock.
 */
const BOUND = 500;

/** Rows that are being computed, by which changes, and the codebooks as they were before. */
interface Deriving {
  readonly view: ProjectView;
  readonly changes: readonly SettledChange[];
  readonly steps: Generator<void, DerivedRows>;
  readonly frameworks: ReadonlyMap<string, AppliedFramework>;
}

/** Thrown to roll back what was logged, since its rows are to be computed to the end without the lock. */
class AffectsMuch extends Error {
  constructor(readonly deriving: Deriving) {
    super('a decision affects much');
  }
}

/** Thrown to roll back what was logged, since the rows it affects are out of date. */
class OutOfDate extends Error {}

/** Thrown to roll back what was logged, since it changes the cases, groups or regions that everything is derived from. */
class ChangesBasis extends Error {
  constructor(readonly result: unknown) {
    super('a decision changes what all is derived from');
  }
}

/** Rows that were computed before anything was logged, from which state, and the codebooks with which they agree. */
interface DerivedAhead {
  readonly basis: Basis;
  readonly rows: DerivedRows;
  readonly frameworks: ReadonlyMap<string, AppliedFramework>;
}

/**
 * Logs decisions and brings all derived rows up to date in one transaction: both are there, or neither. What affects much is
 * computed before, with progress, and computed again where somebody else changed the project meanwhile. Logs nothing where
 * rows are to be derived as a whole: before, since they are out of date, or ahead, since the decision changes the cases,
 * groups or regions from which all of them are derived; what would have been logged is then returned.
 */
export async function appendDerived<T>(
  store: Store,
  log: () => Logged<T>,
  progress: (done: number) => Promise<void>,
): Promise<AppendedDecisions<T> | 'derive before' | { readonly deriveAhead: T }> {
  let ahead: DerivedAhead | null = null;
  for (;;) {
    try {
      return store.transaction(() => {
        const before = currentBasis(store);
        const view = viewProject(store);
        const { result, changes } = log();
        if (currentBasis(store).number !== before.number) throw new ChangesBasis(result);
        if (!view && changes.length > 0) throw new OutOfDate();
        if (!view) return { result, rows: noRows() };
        const isAhead = ahead !== null && isSameBasis(ahead.basis, before);
        const rows = ahead && isAhead ? showAhead(view, changes, ahead) : deriveAtOnce(view, changes);
        saveRows(store, rows);
        followRevision(store, before);
        view.basis = currentBasis(store);
        return { result, rows };
      });
    } catch (error) {
      forgetView(store);
      if (error instanceof OutOfDate) return 'derive before';
      if (error instanceof ChangesBasis) return { deriveAhead: error.result as T };
      if (!(error instanceof AffectsMuch)) throw error;
      ahead = await deriveAhead(store, error.deriving, progress);
    }
  }
}

function deriveAtOnce(view: ProjectView, changes: readonly SettledChange[]): DerivedRows {
  const frameworks = new Map(view.frameworks);
  const steps = deriveChanges(view, changes);
  for (let done = 0; done <= BOUND; done += 1) {
    const step = steps.next();
    if (step.done) return step.value;
  }
  throw new AffectsMuch({ view, changes, steps, frameworks });
}

/** Goes on computing rows where the transaction left off that was rolled back. */
async function deriveAhead(
  store: Store,
  { view, changes, steps, frameworks: before }: Deriving,
  progress: (done: number) => Promise<void>,
): Promise<DerivedAhead> {
  // Others who decide meanwhile must not see what nobody has logged yet.
  forgetView(store);
  for (let done = BOUND; ; done += 1) {
    await progress(done);
    const step = steps.next();
    if (!step.done) continue;
    const ahead = { basis: view.basis, rows: step.value, frameworks: new Map(view.frameworks) };
    takeBack(view, changes, before);
    if (!loadedView(store)) keepView(view);
    return ahead;
  }
}

/** Brings a view to where rows lead that were derived from the same state before. */
function showAhead(
  view: ProjectView,
  changes: readonly SettledChange[],
  { rows, frameworks }: DerivedAhead,
): DerivedRows {
  for (const change of changes) view.verdicts.change(change);
  for (const [codebookId, framework] of frameworks) view.frameworks.set(codebookId, framework);
  return rows;
}

/** Brings a view back to where it was before changes. */
function takeBack(
  view: ProjectView,
  changes: readonly SettledChange[],
  frameworks: ReadonlyMap<string, AppliedFramework>,
): void {
  takeBackChanges(view.verdicts, changes);
  for (const [codebookId, framework] of frameworks) view.frameworks.set(codebookId, framework);
}
