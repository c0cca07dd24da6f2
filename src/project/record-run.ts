import { createHash } from 'node:crypto';
import type { Run, StageName } from '../model/run.js';
import { saveRun } from '../store/run-table.js';
import type { Context } from './context.js';
import { generationsIn, type RankedGroups } from './ranked-groups.js';

/** What a stage is about to do; everything here but the start goes into the run's identity. */
export interface PlannedRun {
  readonly stage: StageName;
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly cases: Run['cases'];
  readonly started: Date;
}

/** The id of a run: equal inputs, options and tool version give the same id on every machine. */
export function runIdOf(
  { stage, options, inputs, cases }: Omit<PlannedRun, 'started'>,
  toolVersion: string,
): string {
  return fingerprint([toolVersion, stage, sorted(options), sorted(inputs), cases]);
}

/** A short hash of plain data, for the inputs of a run that have no id of their own. */
export function fingerprint(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);
}

/** Identifies the statistics of groups: by the run that computed them, or by a hash of which group has which. */
export function statisticsIdOf(ranked: RankedGroups): string {
  const [only, ...others] = generationsIn(ranked);
  if (only && others.length === 0) return only.runId;
  return fingerprint([...ranked].map(([group, { generation }]) => [group, generation.runId]));
}

/** Writes a run into the project, inside the transaction that writes its results. */
export function recordRun(context: Context, planned: PlannedRun): Run {
  const { started, ...given } = planned;
  // As they are stored, so that the id follows from the row: an option that is not set is none.
  const options = JSON.parse(JSON.stringify(given.options)) as PlannedRun['options'];
  const identity = { ...given, options };
  const run: Run = {
    id: runIdOf(identity, context.toolVersion),
    ...identity,
    toolVersion: context.toolVersion,
    time: started.toISOString(),
    milliseconds: context.now().getTime() - started.getTime(),
  };
  saveRun(context.store, run);
  return run;
}

function sorted<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
