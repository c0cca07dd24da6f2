import { UserError } from '../errors.js';
import { NO_CODEBOOK } from '../model/codebook.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { DecidedWord } from '../model/decisions/verdict.js';
import type { View } from '../model/view.js';
import { getSetting } from '../store/setting-table.js';
import { shadowVerdicts, withShadows } from '../store/shadow-tables.js';
import type { Store } from '../store/store.js';
import { readVerdicts } from '../store/verdict-table.js';
import { type Depth, deriveChanges } from './derive-changes.js';
import { type DerivedRows, saveRows, tablesOf } from './derived-rows.js';
import { forgetView, freshView, keepView, type ProjectView } from './project-view.js';
import type { SettledChange } from './settle-questions.js';
import { compareQuestions, keyOfQuestion, mentionTest } from './verdict-question.js';

/** Where the verdicts are kept that a coder's take the place of. */
const VERDICTS = ['verdict', 'passage_verdict', 'case_done'] as const;

/** What is read under a view, so that no more is derived. */
export interface Reading {
  /** How far what is read follows from verdicts. */
  readonly depth: Depth;
  /** The codebooks, as people name them; undefined for the one applied last. */
  readonly codebooks: readonly (string | undefined)[];
}

/**
 * Runs `work`, which reads the project, under a view. For a coder's, what is settled is exchanged for their verdicts, and the
 * rows that differ are derived as after any change of verdicts, into copies of the tables that vanish afterwards.
 * @throws UserError view/out-of-date
 */
export function inView<T>(store: Store, view: View, { depth, codebooks }: Reading, work: () => T): T {
  if (view.kind === 'settled') return work();
  return withShadows(store, VERDICTS, () => {
    const settled = freshView(store);
    if (!settled) throw new UserError('view/out-of-date', { database: store.calledAs });
    const inForce = readVerdicts(store);
    shadowVerdicts(store, view.coder);
    const own = readVerdicts(store);
    for (const id of unread(store, settled, codebooks)) settled.frameworks.delete(id);
    const seen = view.kind === 'blind' ? settled : withMachine(settled, inForce, own);
    const rows = deriveAll(seen, differences(inForce, own), depth);
    return withShadows(store, tablesOf(rows), () => {
      saveRows(store, rows);
      keepView(seen);
      try {
        return work();
      } finally {
        forgetView(store);
      }
    });
  });
}

/** The codebooks in use that are not read, by their ids. */
function unread(store: Store, { frameworks }: ProjectView, codebooks: Reading['codebooks']): string[] {
  const read = codebooks.map((name = getSetting(store, 'codebook')) => (name === NO_CODEBOOK ? '' : name));
  return [...frameworks.keys()].filter((id) => !read.includes(id));
}

function deriveAll(view: ProjectView, changes: readonly SettledChange[], depth: Depth): DerivedRows {
  const steps = deriveChanges(view, { changes, moves: [] }, depth);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Over the verdicts of one coder the machine follows what is settled: it considers the words that anybody decided about, and
 * has the terms that codes learnt, as far as the coder says nothing else.
 */
function withMachine(
  view: ProjectView,
  inForce: readonly DecidedWord[],
  own: readonly DecidedWord[],
): ProjectView {
  const mentions = mentionTest(inForce);
  const judged = new Set(own.map(keyOfQuestion));
  const others = inForce.filter(
    (one) => one.aspect === 'mapping' && one.group === ALL_GROUPS && !judged.has(keyOfQuestion(one)),
  );
  return {
    ...view,
    verdicts: {
      ...view.verdicts,
      mentionedIn: (group) => {
        const isMentioned = view.verdicts.mentionedIn(group);
        return (word) => isMentioned(word) || mentions(group, word);
      },
    },
    taught: [...own, ...others].sort(compareQuestions),
  };
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
