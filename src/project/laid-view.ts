import type { DecidedWord } from '../model/decisions/verdict.js';
import { currentBasis } from '../store/derivation-table.js';
import { areParked, copyTable, dropCopies, layParked, parkCopies } from '../store/shadow-tables.js';
import type { Overlay, Store } from '../store/store.js';
import { type Depth, deriveChanges } from './derive-changes.js';
import { type DerivedRows, saveRows } from './derived-rows.js';
import { keepView, type ProjectView } from './project-view.js';
import { rememberScreened } from './screened-before.js';
import type { SettledChange } from './settle-questions.js';
import { keyOfQuestion } from './verdict-question.js';

/** A view of a coder whose rows lie in copies of tables. */
export interface LaidView extends Overlay {
  /** All that its rows follow from beside the coder's own verdicts. */
  readonly ground: string;
  readonly depth: Depth;
  readonly seen: ProjectView;
  /** The verdicts of the coder that its rows follow. */
  own: readonly DecidedWord[];
  readonly written: Map<number, number>;
  times: number;
  /** By which its rows are known where they are parked. */
  stamp: number;
}

/** The tables into which rows are derived, so far. */
const TABLES: Readonly<Record<Depth, readonly string[]>> = {
  codebooks: [],
  mappings: ['keyword', 'rule_drop', 'ranking', 'read_word', 'mapping'],
  passages: [
    ...['keyword', 'rule_drop', 'ranking', 'read_word', 'mapping'],
    ...['assignment', 'reference_count', 'token_count'],
  ],
};

/** Lays rows of a view over those of the file, derived from what is in force for all. */
export function layFirst(
  {
    inForce,
    ...view
  }: Pick<LaidView, 'ground' | 'depth' | 'seen'> & {
    readonly inForce: readonly DecidedWord[];
  },
  own: readonly DecidedWord[],
): LaidView {
  const { store } = view.seen;
  for (const table of TABLES[view.depth]) copyTable(store, table);
  return follow({ ...view, own: inForce, written: new Map(), times: 0, stamp: 0 }, own);
}

/** Lays rows of a view over those of the file again, where they were parked. */
export function layAgain(view: LaidView, own: readonly DecidedWord[]): LaidView {
  layParked(view.seen.store, TABLES[view.depth]);
  return follow(view, own);
}

/** Whether the rows of a view are parked as they were when they were read last. */
export function isParked(store: Store, { stamp }: LaidView): boolean {
  return areParked(store, stamp);
}

/** Has the rows of a view lie where nobody reads them. */
export function parkView(store: Store, view: LaidView): void {
  stamps += 1;
  view.stamp = stamps;
  parkCopies(store, TABLES[view.depth], view.stamp);
}

/** Takes away the rows of whichever view lies over those of the file. */
export function dropView(store: Store): void {
  dropCopies(store, TABLES.passages);
}

let stamps = 0;

/** Brings the rows of a view that is laid to where the coder's own verdicts lead now, and has it read. */
function follow(view: LaidView, own: readonly DecidedWord[]): LaidView {
  const { seen, depth, written } = view;
  const { store } = seen;
  store.overlay = view;
  const changes = differences(view.own, own);
  if (changes.length > 0) {
    const rows = deriveAll(seen, changes, depth);
    saveRows(store, rows);
    view.times += 1;
    rememberScreened(seen, rows.groups, rows.rankings);
    for (const [, version] of [...rows.assignments.removed, ...rows.assignments.added]) {
      written.set(Number(version), (written.get(Number(version)) ?? 0) + 1);
    }
  }
  view.own = own;
  seen.basis = currentBasis(store);
  keepView(seen);
  return view;
}

function deriveAll(view: ProjectView, changes: readonly SettledChange[], depth: Depth): DerivedRows {
  const steps = deriveChanges(view, { changes, moves: [] }, depth);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function differences(before: readonly DecidedWord[], after: readonly DecidedWord[]): SettledChange[] {
  const now = new Map(after.map((one) => [keyOfQuestion(one), one]));
  const was = new Map(before.map((one) => [keyOfQuestion(one), one]));
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((key) => {
    const [one, other] = [was.get(key), now.get(key)];
    const { group, word, aspect } = (one ?? other) as DecidedWord;
    if (one?.verdict.decisionId === other?.verdict.decisionId) return [];
    return [{ group, word, aspect, before: one?.verdict ?? null, after: other?.verdict ?? null }];
  });
}
