import { UserError } from '../errors.js';
import { NO_CODEBOOK } from '../model/codebook.js';
import { ALL_GROUPS } from '../model/decisions/all-groups.js';
import type { DecidedWord } from '../model/decisions/verdict.js';
import type { View } from '../model/view.js';
import { currentBasis } from '../store/derivation-table.js';
import { getSetting } from '../store/setting-table.js';
import { dropParked, dropVerdicts, layVerdicts } from '../store/shadow-tables.js';
import type { Store } from '../store/store.js';
import { readVerdicts } from '../store/verdict-table.js';
import type { Depth } from './derive-changes.js';
import { isUpToDate } from './derived-products.js';
import { dropView, isParked, type LaidView, layAgain, layFirst, parkView } from './laid-view.js';
import { forgetView, freshView, type ProjectView } from './project-view.js';
import { compareQuestions, keyOfQuestion, mentionTest } from './verdict-question.js';

/** What is read under a view, so that no more is derived. */
export interface Reading {
  /** How far what is read follows from verdicts. */
  readonly depth: Depth;
  /** The codebooks, as people name them; undefined for the one applied last. */
  readonly codebooks: readonly (string | undefined)[];
}

type OfCoder = Exclude<View, { readonly kind: 'settled' }>;

/** The view of each store that only reads which was read last: its rows stay beside the tables of the file, for whoever reads it again. */
const parked = new WeakMap<Store, LaidView>();

/**
 * Runs `work`, which reads the project, under a view. For a coder's, what is settled is exchanged for their verdicts, and the
 * rows that differ are derived as after any change of verdicts, into copies of the tables. The copies are kept until another
 * view is read: what others say since changes nothing in them, and of what the coder says since only that follows.
 * @throws UserError view/out-of-date
 */
export function inView<T>(store: Store, view: View, reading: Reading, work: () => T): T {
  if (view.kind === 'settled') return work();
  return store.snapshot(() =>
    store.apart(() => {
      let laid: LaidView | null = null;
      let isDone = false;
      try {
        laid = layOver(store, view, reading);
        const result = work();
        isDone = true;
        return result;
      } finally {
        forgetView(store);
        store.overlay = null;
        dropVerdicts(store);
        // Triggers of a connection that writes keep its tables from being renamed.
        if (laid && isDone && store.isReadOnly) {
          parkView(store, laid);
          parked.set(store, laid);
        } else dropView(store);
      }
    }),
  );
}

/** Lays the rows of a view over those of the file. */
function layOver(store: Store, view: OfCoder, reading: Reading): LaidView {
  const basis = currentBasis(store);
  if (!isUpToDate(store, basis)) throw outOfDate(store);
  const codebooks = idsOf(store, reading.codebooks);
  const inForce = readVerdicts(store);
  const ground = JSON.stringify([
    view,
    codebooks,
    basis.number,
    basis.codebooks,
    // What the machine follows beside the coder's verdicts may be another with any decision.
    view.kind === 'coder' ? basis.revision : null,
  ]);
  const before = parked.get(store);
  parked.delete(store);
  if (before?.ground === ground && reaches(before.depth, reading.depth) && isParked(store, before)) {
    layVerdicts(store, view.coder);
    return layAgain(before, readVerdicts(store));
  }
  dropParked(store);
  const settled = freshView(store);
  if (!settled) throw outOfDate(store);
  for (const id of settled.frameworks.keys()) if (!codebooks.includes(id)) settled.frameworks.delete(id);
  layVerdicts(store, view.coder);
  const own = readVerdicts(store);
  const seen = view.kind === 'blind' ? settled : withMachine(settled, inForce, own);
  return layFirst({ ground, depth: reading.depth, seen, inForce }, own);
}

const outOfDate = ({ calledAs }: Store) => new UserError('view/out-of-date', { database: calledAs });

const DEPTHS: readonly Depth[] = ['codebooks', 'mappings', 'passages'];

const reaches = (one: Depth, wanted: Depth) => DEPTHS.indexOf(one) >= DEPTHS.indexOf(wanted);

/** The ids of the codebooks that are read. */
function idsOf(store: Store, codebooks: Reading['codebooks']): string[] {
  return codebooks.map((name = getSetting(store, 'codebook')) => (name === NO_CODEBOOK ? '' : (name ?? '')));
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
