import { UserError } from '../../errors.js';
import type { Context, Progress } from '../../project/context.js';
import { withProject } from '../../workflow/open-project.js';
import { atPauses } from '../at-pauses.js';
import { jobs } from './jobs.js';
import type { ChildAnswer, ChildSetup, JobTask } from './messages.js';
import { packErrors } from './packed-errors.js';

/** The child process of the server: opens the project, does one job after another, and ends when the server lets go of it. */
const setup = JSON.parse(process.argv[2] ?? '') as ChildSetup;
const { db, mode, toolVersion } = setup;

/** Enough that a bar moves, and no more: thousands of messages would be slower than the work. */
const BETWEEN_PROGRESS = 100;

/** Whoever asked may be gone by now: that it cannot be told is no fault. */
const answer = (message: ChildAnswer) => void process.send?.(message, undefined, undefined, () => {});
const released = new Promise<void>((resolve) => process.once('disconnect', resolve));
// The terminal sends Ctrl-C, and that it is closed, to all: the server says when its children end.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});

/** What a table of a large project leaves behind is several times what stays: V8 lets it lie until much more is there. */
const collecting = atPauses(() => globalThis.gc?.());

let failure: unknown;
let last: Promise<void> = Promise.resolve();
let todo: ((task: JobTask) => void) | undefined;
let early: JobTask | undefined;
process.on('message', (task: JobTask) => {
  if (todo) todo(task);
  else if (failure) fail(failure);
  else early = task;
});

try {
  await withProject(db, { mode, toolVersion }, async (context) => {
    todo = (task) => {
      last = doTask(context, task).then(collecting.soon);
    };
    if (early) todo(early);
    await released;
    await last;
  });
} catch (error) {
  failure = error;
  if (early) fail(error);
  await released;
}

async function doTask(context: Context, { job, input }: JobTask): Promise<void> {
  let told = 0;
  const progress: Progress = async (step, done, total) => {
    const now = performance.now();
    if (done !== total && now - told < BETWEEN_PROGRESS) return;
    told = now;
    answer({ progress: { step, done, total } });
    // Lets the message out, and that the server let go in.
    await new Promise((resume) => setImmediate(resume));
    if (!process.connected) throw new UserError('cli/interrupted', {});
  };
  try {
    const work = jobs[job] as (context: Context, input: unknown) => unknown;
    answer({ result: await work({ ...context, progress }, input) });
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  if (error instanceof UserError) answer({ problem: packErrors(error) });
  else answer({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
