import { type Run, runSchema, type StageName } from '../model/run.js';
import { readCaseSet, saveCaseSet } from './case-set-table.js';
import { appendRevision } from './revision-table.js';
import type { Store } from './store.js';

interface RunRow {
  readonly id: string;
  readonly stage: string;
  readonly tool_version: string;
  readonly options: string;
  readonly inputs: string;
  readonly time: string;
  readonly milliseconds: number;
  readonly case_set: string;
}

const SELECT_RUN = 'SELECT id, stage, tool_version, options, inputs, time, milliseconds, case_set FROM run';

/** Records a run as the latest one; the same id again only takes the new time. Its case versions must be saved. */
export function saveRun(store: Store, run: Run): void {
  store.transaction(() => {
    appendRevision(store, run.stage);
    store.run(
      `INSERT INTO run (id, sequence, stage, tool_version, options, inputs, time, milliseconds, case_set)
       VALUES (?, (SELECT coalesce(max(sequence), 0) + 1 FROM run), ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE
       SET sequence = excluded.sequence, time = excluded.time, milliseconds = excluded.milliseconds`,
      run.id,
      run.stage,
      run.toolVersion,
      JSON.stringify(run.options),
      JSON.stringify(run.inputs),
      run.time,
      run.milliseconds,
      saveCaseSet(store, run.cases),
    );
  });
}

/** All runs, the latest last. */
export function readRuns(store: Store): Run[] {
  return store.all<RunRow>(`${SELECT_RUN} ORDER BY sequence`).map((row) => runOf(store, row));
}

/** How many runs of each stage were made after a moment, up to another one (null: now). */
export function countRunsBetween(store: Store, after: string, upTo: string | null): Map<string, number> {
  const rows = store.all<{ stage: string; count: number }>(
    `SELECT stage, count(*) AS count FROM run WHERE time > ? AND time <= coalesce(?, time)
     GROUP BY stage ORDER BY min(sequence)`,
    after,
    upTo,
  );
  return new Map(rows.map(({ stage, count }) => [stage, count]));
}

/** Reads the run of an id. */
export function readRun(store: Store, id: string): Run | undefined {
  const row = store.get<RunRow>(`${SELECT_RUN} WHERE id = ?`, id);
  return row && runOf(store, row);
}

/** The latest run of a stage. */
export function latestRun(store: Store, stage: StageName): Run | undefined {
  const row = store.get<RunRow>(`${SELECT_RUN} WHERE stage = ? ORDER BY sequence DESC LIMIT 1`, stage);
  return row && runOf(store, row);
}

/** The latest run that coded under a content of a codebook, or under none. */
export function latestCodingRun(store: Store, codebookHash: string | undefined): Run | undefined {
  const row = store.get<RunRow>(
    `${SELECT_RUN} WHERE stage = 'code' AND inputs ->> 'codebook' IS ? ORDER BY sequence DESC LIMIT 1`,
    codebookHash ?? null,
  );
  return row && runOf(store, row);
}

function runOf(store: Store, row: RunRow): Run {
  return runSchema.parse({
    id: row.id,
    stage: row.stage,
    toolVersion: row.tool_version,
    options: JSON.parse(row.options),
    inputs: JSON.parse(row.inputs),
    cases: readCaseSet(store, row.case_set),
    time: row.time,
    milliseconds: row.milliseconds,
  });
}
