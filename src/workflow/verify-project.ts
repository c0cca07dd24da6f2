import { UserError } from '../errors.js';
import type { Run } from '../model/run.js';
import type { Fault, RunOutcome } from '../model/verification.js';
import { checkLog } from '../project/check-log.js';
import type { Context } from '../project/context.js';
import { codebooksToDerive, isUpToDate } from '../project/derived-products.js';
import { runIdOf } from '../project/record-run.js';
import { replayMining } from '../project/replay-mining.js';
import { readCaseAliases } from '../store/case-alias-table.js';
import { countVersions } from '../store/case-table.js';
import { checkContents, checkTexts } from '../store/check-hashes.js';
import { checkSeals } from '../store/check-seals.js';
import { countDecisions, logHash } from '../store/decision-log.js';
import { projectRevision } from '../store/revision-table.js';
import { latestCodingRun, latestRun, readRuns } from '../store/run-table.js';
import { stateHash } from '../store/state-hash.js';
import type { Store } from '../store/store.js';
import { deriveAgain } from './derive-again.js';

/** A run, and what became of it when it was made again. */
export interface VerifiedRun extends Pick<Run, 'id' | 'stage' | 'toolVersion' | 'time'> {
  readonly outcome: RunOutcome;
}

/** What was found when a project was checked against what it says of itself. */
export interface Verification {
  /** Nothing was found that does not fit. */
  readonly isIntact: boolean;
  readonly toolVersion: string;
  /** Texts of case versions, decisions, and groups of rows with a seal; 0 seals in a file of an earlier version. */
  readonly texts: number;
  readonly decisions: number;
  readonly seals: number;
  readonly runs: readonly VerifiedRun[];
  /** What does not fit, by table and place. */
  readonly faults: readonly Fault[];
  /** Hashes to be published, so that a project that was changed and sealed again can be told: of all it says, and of the log. */
  readonly stateHash: string | null;
  readonly logHash: string | null;
}

/**
 * Checks a project, which it only reads: rows against their seals, texts and contents against their hashes, what is in force
 * against the log of decisions, and what is derived against what this version derives again.
 */
export async function verifyProject(context: Context): Promise<Verification> {
  const { store, toolVersion } = context;
  const revision = projectRevision(store);
  const faults: Fault[] = [];
  const seals = await collect(context, checkSeals(store.path), faults);
  await collect(context, checkTexts(store), faults);
  const isWhole = faults.length === 0;
  const runs: VerifiedRun[] = [];
  const hashes = { stateHash: null as string | null, logHash: null as string | null };
  try {
    faults.push(...checkContents(store), ...checkRuns(store), ...checkLog(store));
    Object.assign(hashes, { stateHash: stateHash(store), logHash: logHash(store) });
    runs.push(...(await replay(context, faults)));
  } catch (error) {
    // Rows that were altered by hand may be such that nothing can be done with them.
    if (isWhole || isInterruption(error)) throw error;
  }
  if (projectRevision(store) !== revision) throw new UserError('verify/changed-meanwhile', {});
  return {
    isIntact: faults.length === 0,
    toolVersion,
    texts: countVersions(store),
    decisions: countDecisions(store),
    seals,
    runs,
    faults,
    ...hashes,
  };
}

/** Takes what a check finds, part by part, and lets an interruption through between them. */
async function collect<T>(
  { progress }: Context,
  check: Generator<readonly Fault[], T>,
  faults: Fault[],
): Promise<T> {
  for (let done = 1; ; done += 1) {
    const step = check.next();
    if (step.done) return step.value;
    for (const fault of step.value) faults.push(fault);
    await progress('verify', done, null);
  }
}

/** Runs are named by a hash of what went into them; those of cases that had another id then cannot be hashed again. */
function checkRuns(store: Store): Fault[] {
  const renamed = new Set(readCaseAliases(store).values());
  return readRuns(store)
    .filter(({ cases }) => !cases.some(({ caseId }) => renamed.has(caseId)))
    .filter((run) => runIdOf(run, run.toolVersion) !== run.id)
    .map(({ id }) => ({ kind: 'other-hash', table: 'run', at: { run: id } }));
}

/** Makes again what is derived, adds what differs, and says of each run what became of it. */
async function replay(context: Context, faults: Fault[]): Promise<readonly VerifiedRun[]> {
  const { store } = context;
  const mining = await replayMining(context);
  faults.push(...mining.faults);
  const coding = await replayCoding(context);
  faults.push(...coding.faults);
  const outcomeOf = ({ id, stage }: Run): RunOutcome =>
    stage === 'import' ? 'kept-texts' : (mining.outcomes.get(id) ?? coding.outcomes.get(id) ?? 'replaced');
  return readRuns(store).map((run) => ({
    id: run.id,
    stage: run.stage,
    toolVersion: run.toolVersion,
    time: run.time,
    outcome: outcomeOf(run),
  }));
}

/** Screens and codes again, beside the project, and compares every derived row. */
async function replayCoding(context: Context) {
  const { store, toolVersion } = context;
  const inForce = [
    latestRun(store, 'screen'),
    ...codebooksToDerive(store).map(({ contentHash }) => latestCodingRun(store, contentHash ?? undefined)),
  ].filter((run) => run !== undefined);
  const all = (outcome: RunOutcome) => new Map(inForce.map(({ id }) => [id, outcome]));
  if (inForce.length === 0 || !isUpToDate(store)) return { outcomes: all('changed-since'), faults: [] };
  const faults = await deriveAgain(context);
  if (faults.length === 0) return { outcomes: all('same'), faults };
  const isOwn = inForce.every((run) => run.toolVersion === toolVersion);
  return isOwn ? { outcomes: all('differs'), faults } : { outcomes: all('other-version'), faults: [] };
}

function isInterruption(error: unknown): boolean {
  return error instanceof UserError && error.code === 'cli/interrupted';
}
