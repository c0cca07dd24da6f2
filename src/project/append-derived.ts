import { currentBasis, followBasis, isSameBasis } from '../store/derivation-table.js';
import { latestRun } from '../store/run-table.js';
import type { Store } from '../store/store.js';
import { type AffectedCases, affectedCases, type CaseMove, moveCases } from './affected-cases.js';
import { type DerivedAhead, deriveElsewhere, goOnDeriving, type StepsDone } from './derive-ahead.js';
import { deriveChanges } from './derive-changes.js';
import { type DerivedRows, noRows, saveRows } from './derived-rows.js';
import { takeForeseen } from './foresee.js';
import { forgetView, type ProjectView, putFrameworks, putGround, viewProject } from './project-view.js';
import type { RecordedDecisions } from './record-decisions.js';
import { rememberScreened } from './screened-before.js';

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

/** As how many of them a case counts that is ranked, screened and coded as a whole. */
const WHOLE_CASE = 20;

/** How often what follows is derived ahead, while others change the project again and again. */
const ATTEMPTS = 3;

/** Thrown to roll back what was logged, since its rows are to be computed without the lock. */
class AffectsMuch extends Error {
  constructor(readonly derive: (progress: StepsDone) => Promise<DerivedAhead | null>) {
    super('a decision affects much');
  }
}

/** Thrown to roll back what was logged, since the rows it affects are out of date. */
class OutOfDate extends Error {}

/**
 * Logs decisions and brings all derived rows up to date in one transaction: both are there, or neither. What affects much is
 * computed before, with progress, and computed again where somebody else changed the project meanwhile; in the end all others
 * wait. Logs nothing where rows are out of date, which are then to be derived as a whole before.
 */
export async function appendDerived<T extends RecordedDecisions>(
  store: Store,
  log: () => T,
  progress: StepsDone,
): Promise<AppendedDecisions<T> | 'derive before'> {
  let ahead: DerivedAhead | null = null;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return store.transaction(() => {
        const before = currentBasis(store);
        const view = viewProject(store);
        const result = log();
        const affected = affectedCases(store, result.decisions);
        if (!view && asksForRows(store, result, affected)) throw new OutOfDate();
        if (!view) return { result, rows: noRows() };
        const isAhead = ahead !== null && isSameBasis(ahead.basis, before);
        const bound = attempt > ATTEMPTS ? Number.POSITIVE_INFINITY : BOUND;
        const rows =
          ahead && isAhead ? showAhead(view, result, ahead) : deriveAtOnce(view, result, affected, bound);
        saveRows(store, rows);
        rememberScreened(view, rows.groups, rows.rankings);
        const { number, revision } = currentBasis(store);
        // A change that no decision accounts for leaves rows out of date.
        followBasis(store, before, { number: affected ? number : before.number, revision });
        view.basis = currentBasis(store);
        return { result, rows };
      });
    } catch (error) {
      forgetView(store);
      if (error instanceof OutOfDate) return 'derive before';
      if (!(error instanceof AffectsMuch)) throw error;
      ahead = await error.derive(progress);
    }
  }
}

/** Whether anything that is derived follows; where cases stand changes nothing before the first screening. */
function asksForRows(store: Store, { changes }: RecordedDecisions, affected: AffectedCases | null): boolean {
  return changes.length > 0 || (affected !== null && latestRun(store, 'screen') !== undefined);
}

/** Derives what follows while others wait, where it is not more than `bound`. */
function deriveAtOnce(
  view: ProjectView,
  logged: RecordedDecisions,
  affected: AffectedCases | null,
  bound: number,
): DerivedRows {
  const { changes } = logged;
  const foreseen = affected ? undefined : takeForeseen(view, changes);
  if (foreseen) return foreseen;
  const frameworks = new Map(view.frameworks);
  const moves = affected ? moveCases(view, affected) : [];
  const steps = deriveChanges(view, { changes, moves });
  for (let done = costOf(view, moves); done <= bound; done += 1) {
    const step = steps.next();
    if (step.done) return step.value;
  }
  // What cases are about is rolled back with what was logged; verdicts lie on top of the project.
  throw new AffectsMuch((progress) =>
    affected
      ? deriveElsewhere(view.store, logged, progress)
      : goOnDeriving({ view, changes, steps, frameworks }, progress),
  );
}

/** How much moves ask for: the cases themselves, and to rank all cases of their groups. */
function costOf({ groups }: ProjectView, moves: readonly CaseMove[]): number {
  const moved = new Set(moves.flatMap(({ from, to }) => [from ?? '', to ?? '']));
  let cases = 0;
  for (const group of moved) cases += groups.get(group)?.length ?? 0;
  return cases + moves.length * WHOLE_CASE;
}

/** Brings a view to where rows lead that were derived from the same state before. */
function showAhead(
  view: ProjectView,
  { changes }: RecordedDecisions,
  { rows, frameworks, ground }: DerivedAhead,
): DerivedRows {
  for (const change of changes) view.verdicts.change(change);
  putFrameworks(view, frameworks);
  putGround(view, ground);
  view.keywordWords = null;
  return rows;
}
