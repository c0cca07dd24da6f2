import type { Basis } from '../store/derivation-table.js';
import { inShadowProject } from '../store/shadow-project.js';
import type { Store } from '../store/store.js';
import { putState } from '../store/target-state.js';
import { affectedCases, isAboutGround, moveCases } from './affected-cases.js';
import { deriveChanges } from './derive-changes.js';
import type { DerivedRows } from './derived-rows.js';
import { type Ground, groundOf } from './project-ground.js';
import {
  type AppliedFramework,
  forgetView,
  freshView,
  keepView,
  loadedView,
  type ProjectView,
  putFrameworks,
} from './project-view.js';
import type { RecordedDecisions } from './record-decisions.js';
import type { SettledChange } from './settle-questions.js';
import { takeBackChanges } from './verdict-index.js';

/** Rows that were derived before decisions are logged, from which state, and the codebooks and the ground that agree with them. */
export interface DerivedAhead {
  readonly basis: Basis;
  readonly rows: DerivedRows;
  readonly frameworks: ReadonlyMap<string, AppliedFramework>;
  readonly ground: Ground;
}

/** Rows that are being computed, by which changes, and the codebooks as they were before. */
export interface Deriving {
  readonly view: ProjectView;
  readonly changes: readonly SettledChange[];
  readonly steps: Generator<void, DerivedRows>;
  readonly frameworks: ReadonlyMap<string, AppliedFramework>;
}

/** Called after each step; awaiting it also lets an interruption through. */
export type StepsDone = (done: number) => Promise<void>;

/** What decisions about cases and regions change. */
const GROUND = [
  'setting',
  'case_standing',
  'sealed_statement',
  'attribute',
  'term_list',
  'indexed_text',
  'case_sentences',
];

/** Goes on computing rows where the transaction left off that was rolled back. */
export async function goOnDeriving(
  { view, changes, steps, frameworks }: Deriving,
  progress: StepsDone,
): Promise<DerivedAhead> {
  // Others who decide meanwhile must not see what nobody has logged yet.
  forgetView(view.store);
  const rows = await finish(steps, progress);
  const ahead = { basis: view.basis, rows, frameworks: new Map(view.frameworks), ground: groundOf(view) };
  takeBackChanges(view.verdicts, changes);
  putFrameworks(view, frameworks);
  if (!loadedView(view.store)) keepView(view);
  return ahead;
}

/**
 * Derives what follows from decisions about cases and regions on a second connection, which sees the project as it is now with
 * these decisions in force; null where derived rows are out of date by now.
 */
export function deriveElsewhere(
  { path }: Store,
  { decisions, changes }: RecordedDecisions,
  progress: StepsDone,
): Promise<DerivedAhead | null> {
  return inShadowProject(path, GROUND, async (shadow) => {
    const view = freshView(shadow);
    if (!view) return null;
    const ofGround = decisions.filter(({ target }) => isAboutGround(shadow, target));
    for (const decision of ofGround) putState(shadow, decision);
    const affected = affectedCases(shadow, ofGround);
    const moves = affected ? moveCases(view, affected) : [];
    const rows = await finish(deriveChanges(view, { changes, moves }), progress);
    return { basis: view.basis, rows, frameworks: view.frameworks, ground: groundOf(view) };
  });
}

async function finish(steps: Generator<void, DerivedRows>, progress: StepsDone): Promise<DerivedRows> {
  for (let done = 0; ; done += 1) {
    await progress(done);
    const step = steps.next();
    if (step.done) return step.value;
  }
}
