import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../errors.js';
import { PROGRAM } from '../../paths.js';
import type { JobInput, JobName, JobResult } from './jobs.js';
import type { ChildAnswer, ChildSetup, JobProgress, JobTask } from './messages.js';
import { unpackErrors } from './packed-errors.js';

/** Who is told how far a job is, and until when its result is wanted: one that is not begun by then is left out. */
interface Asking {
  readonly onProgress?: (progress: JobProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** A child process that has the project open and does jobs, one after another. */
export interface ProjectChild {
  /** @throws UserError that of the job; when the process ends before it has answered, cli/interrupted or web/child-died */
  readonly ask: <Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    asking?: Asking,
  ) => Promise<JobResult<Name>>;
  /** Whether it can still be asked. */
  readonly isAlive: () => boolean;
  /** Lets it end its work in order: what it was writing is taken back. */
  readonly release: () => Promise<void>;
}

/** What somebody asked for and has not been given yet. */
interface Waiting extends JobTask {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (progress: JobProgress) => void;
}

const CHILD = fileURLToPath(new URL('web/child/project-child.js', PROGRAM));

/** How long a child may take to end in order before it is killed; SQLite takes back what it was writing. */
const PATIENCE = 5000;

/** Starts a child process for a project. */
export function startChild(setup: ChildSetup): ProjectChild {
  const child = fork(CHILD, [JSON.stringify(setup)], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--expose-gc'],
  });
  // What is read waits for what is decided.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  /** The first is with the child; the others wait here, so that they can be let go of. */
  const waiting: Waiting[] = [];
  let isReleased = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      const code = isReleased ? 'cli/interrupted' : 'web/child-died';
      for (const { reject } of waiting.splice(0)) reject(new UserError(code, {}));
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  const sendFirst = () => {
    const [first] = waiting;
    if (first) child.send({ job: first.job, input: first.input } satisfies JobTask);
  };
  child.on('message', (message: ChildAnswer) => {
    if ('progress' in message) return waiting[0]?.onProgress(message.progress);
    const asked = waiting.shift();
    sendFirst();
    if ('result' in message) return asked?.resolve(message.result as never);
    if ('bug' in message) return asked?.reject(new Error(message.bug));
    asked?.reject(unpackErrors(message.problem) as UserError);
  });
  const isAlive = () => child.connected && child.exitCode === null;
  return {
    isAlive,
    ask: (job, input, { onProgress = () => {}, signal } = {}) =>
      new Promise((resolve, reject) => {
        if (!isAlive()) return reject(new UserError('web/child-died', {}));
        const asked: Waiting = { job, input, resolve, reject, onProgress };
        waiting.push(asked);
        if (waiting.length === 1) sendFirst();
        signal?.addEventListener('abort', () => {
          const at = waiting.indexOf(asked);
          if (at > 0) waiting.splice(at, 1);
          reject(new UserError('cli/interrupted', {}));
        });
      }),
    release: async () => {
      isReleased = true;
      if (child.connected) child.disconnect();
      const kill = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      await ended;
      clearTimeout(kill);
    },
  };
}
