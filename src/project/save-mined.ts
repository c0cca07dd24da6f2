import { UserError } from '../errors.js';
import { minedThoughLeftOut } from '../store/case-standing-table.js';
import { currentVersions } from '../store/case-table.js';
import { currentBasis } from '../store/derivation-table.js';
import {
  dropUnusedGenerations,
  type GenerationHead,
  newestGeneration,
  saveGeneration,
} from '../store/generation-table.js';
import { changesSince } from '../store/revision-table.js';
import { setSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { saveTaughtWords } from '../store/taught-word-table.js';
import { forgetTerms, saveTerms, settleTerms, shareTerms } from '../store/term-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import type { Context } from './context.js';
import { countedInputs } from './counted-inputs.js';
import type { CasesCutAgain, ComputedGeneration, MinedCases } from './mine-cases.js';
import type { MiningPlan } from './plan-mining.js';
import { fingerprint, recordRun, statisticsIdOf } from './record-run.js';
import { whoChanged } from './require-revision.js';
import { acceptedWords } from './taught-words.js';

/**
 * Writes what mining found and its run in one transaction; returns the generation that is the newest now.
 * @throws UserError mine/changed-since when cases, groups or regions changed while they were mined
 */
export function saveMined(
  context: Context,
  plan: MiningPlan,
  computed: ComputedGeneration | null,
  again: readonly CasesCutAgain[],
  started: Date,
): GenerationHead {
  const { store } = context;
  return store.transaction(() => {
    requireUnchanged(store, plan.seen);
    setSetting(store, 'by', plan.by);
    setSetting(store, 'top', String(plan.top));
    const cases = computed ? currentVersions(store, { scope: 'texts' }) : casesOf(again);
    const run = recordRun(context, {
      stage: 'mine',
      options: { ...plan.options },
      inputs: {
        accepted: fingerprint(acceptedWords(store)),
        ...countedInputs(store, cases),
        ...plan.save(),
        ...plan.saveGiven(),
        ...earlierInputs(plan),
      },
      cases,
      started,
    });
    // Counted again they come as new ones, since statistics may have changed meanwhile.
    for (const caseId of minedThoughLeftOut(store)) forgetTerms(store, caseId);
    const before = newestGeneration(store);
    if (computed) {
      // Computed again from the same, statistics are the same generation.
      const isSame = before?.runId === run.id;
      const number = (before?.number ?? 0) + (isSame ? 0 : 1);
      saveGeneration(store, number, run.id, computed.statistics);
      saveCases(context, number, computed);
      if (before && !isSame) shareTerms(store, before.number, number);
    }
    // After terms were shared: those of the earlier generation as the new one has compared them.
    for (const { generation, ...mined } of again) saveCases(context, generation, mined);
    const newest = newestGeneration(store) as GenerationHead;
    settleTerms(
      store,
      newest.number,
      [...plan.moving].flatMap((group) => plan.groups.get(group) ?? []),
    );
    dropUnusedGenerations(store);
    return newest;
  });
}

/** Asks that the cases, their groups and what counts of their texts are as they were when mining began. */
function requireUnchanged(store: Store, { basis, revision }: MiningPlan['seen']): void {
  if (currentBasis(store).number === basis) return;
  const changes = changesSince(store, revision);
  if (changes.length > 0) throw new UserError('mine/changed-since', whoChanged(changes));
}

/** What else a run depends on than the cases, unless it computes the statistics of all groups. */
function earlierInputs({ isForAll, earlier, groups }: MiningPlan): Record<string, string> {
  return isForAll ? {} : { statistics: statisticsIdOf(earlier), groups: fingerprint([...groups]) };
}

function saveCases({ store }: Context, generation: number, { cases, taught }: MinedCases): void {
  saveTaughtWords(store, generation, taught);
  for (const one of cases) saveTerms(store, { ...one, generation });
}

/** The versions of the cases that were cut again, each once, in the order of the ids. */
function casesOf(again: readonly CasesCutAgain[]) {
  const versions = new Map(
    again.flatMap(({ cases }) => cases.map(({ caseId, version }) => [caseId, { caseId, version }])),
  );
  return [...versions.keys()].sort(compareByCodePoint).flatMap((id) => versions.get(id) ?? []);
}
