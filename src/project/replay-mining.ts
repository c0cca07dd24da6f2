import type { Fault, RunOutcome } from '../model/verification.js';
import { VOCABULARY_LISTS } from '../model/vocabulary.js';
import {
  type GenerationHead,
  generationHeads,
  readNewWords,
  readStatistics,
} from '../store/generation-table.js';
import { latestRun, readRun, readRuns } from '../store/run-table.js';
import { getSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';
import { readTaughtWords } from '../store/taught-word-table.js';
import { readTerms } from '../store/term-table.js';
import { canonicalJson } from '../text/canonical-json.js';
import type { Context } from './context.js';
import { countedInputs } from './counted-inputs.js';
import { statisticsOfRun } from './given-statistics.js';
import { vocabularyInForce } from './load-vocabulary.js';
import { recomputeGeneration } from './mine-cases.js';

/** What became of the mining runs whose statistics are in use, by their ids. */
export interface ReplayedMining {
  readonly outcomes: ReadonlyMap<string, RunOutcome>;
  readonly faults: readonly Fault[];
}

/** Mines again what each generation of statistics was mined from, and compares new words, terms and frequencies. */
export async function replayMining(context: Context): Promise<ReplayedMining> {
  const { store, toolVersion } = context;
  const outcomes = new Map<string, RunOutcome>();
  const faults: Fault[] = [];
  for (const head of generationHeads(store)) {
    if (!isReplayable(store, head)) {
      outcomes.set(head.runId, 'changed-since');
      continue;
    }
    const found = await compareGeneration(context, head);
    const isOwn = readRun(store, head.runId)?.toolVersion === toolVersion;
    if (isOwn) faults.push(...found);
    const outcome = found.length === 0 ? 'same' : isOwn ? 'differs' : 'other-version';
    for (const id of runsOf(store, head)) outcomes.set(id, outcome);
  }
  return { outcomes, faults };
}

/** The run that made a generation and, of statistics from elsewhere, the later ones that cut further cases for it. */
function runsOf(store: Store, { runId }: GenerationHead): string[] {
  const runs = readRuns(store).filter(({ stage }) => stage === 'mine');
  const first = runs.findIndex(({ id }) => id === runId);
  const given = statisticsOfRun(store, runs[first]);
  if (!given) return [runId];
  return runs
    .slice(first)
    .filter((run) => statisticsOfRun(store, run)?.hash === given.hash)
    .map(({ id }) => id);
}

/** Whether what a generation was mined from is there as it was: the same regions count, with the same lists of words. */
function isReplayable(store: Store, { number, runId }: GenerationHead): boolean {
  const run = readRun(store, runId);
  if (!run) return false;
  const isCutForCertain = [...readTaughtWords(store, number).values()].every((cases) => cases !== null);
  const sameLists = VOCABULARY_LISTS.every(
    (list) => (run.inputs[list] ?? '') === (getSetting(store, list) ?? ''),
  );
  const sameRegions = countedInputs(store, run.cases)['leftOut'] === run.inputs['leftOut'];
  return isCutForCertain && sameLists && sameRegions;
}

async function compareGeneration(context: Context, head: GenerationHead): Promise<Fault[]> {
  const { store } = context;
  const generation = String(head.number);
  const { vocabulary } = vocabularyInForce(store, {});
  const { statistics, cases } = await recomputeGeneration(context, head, vocabulary);
  const faults: Fault[] = [];
  const report = (table: string, at: Fault['at']) => faults.push({ kind: 'not-derived', table, at });
  if (canonicalJson(readNewWords(store, head.number)) !== canonicalJson(statistics.newWords))
    report('new_word', { generation });
  if (head.documents !== statistics.documents) report('generation', { generation });
  // Words that people accepted later change terms, not the frequencies of the run; those from elsewhere nothing changes.
  const isGiven = statisticsOfRun(store, readRun(store, head.runId)) !== null;
  if (isGiven || latestRun(store, 'mine')?.id === head.runId) {
    const stored = readStatistics(store, head).documentFrequency;
    const words = new Set([...stored.keys(), ...statistics.documentFrequency.keys()]);
    const differing = [...words].filter(
      (word) => (stored.get(word) ?? 0) !== (statistics.documentFrequency.get(word) ?? 0),
    );
    for (const word of differing) report('document_frequency', { generation, word });
  }
  const termsOf = new Map(cases.map(({ caseId, version, terms }) => [`${caseId} ${version}`, terms]));
  const generationOf = new Map(cases.map(({ caseId }) => [caseId, head.number]));
  for (const { caseId, version, terms } of readTerms(store, generationOf)) {
    const again = termsOf.get(`${caseId} ${version}`);
    if (again && !isSame(terms, again)) report('term', { case: caseId });
  }
  return faults;
}

function isSame(one: readonly object[], other: readonly object[]): boolean {
  const rowsOf = (rows: readonly object[]) => rows.map((row) => canonicalJson(row)).sort();
  return JSON.stringify(rowsOf(one)) === JSON.stringify(rowsOf(other));
}
