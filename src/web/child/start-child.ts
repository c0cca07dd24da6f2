import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../errors.js';
import { PROGRAM } from '../../paths.js';
import type { JobInput, JobName, JobResult } from './jobs.js';
import type { ChildAnswer, ChildSetup, JobProgress, JobTask } from './messages.js';

/** A child process that has the project open and does jobs, one after another. */
export interface ProjectChild {
  /** @throws UserError that of the job; when the process ends before it has answered, cli/interrupted or web/child-died */
  readonly ask: <Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    onProgress?: (progress: JobProgress) => void,
  ) => Promise<JobResult<Name>>;
  /** Whether it can still be asked. */
  readonly isAlive: () => boolean;
  /** Lets it end its work in order: what it was writing is taken back. */
  readonly release: () => Promise<void>;
}

interface Waiting {
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
    execArgv: [],
  });
  const waiting = new Map<number, Waiting>();
  let isReleased = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      const code = isReleased ? 'cli/interrupted' : 'web/child-died';
      for (const { reject } of waiting.values()) reject(new UserError(code, {}));
      waiting.clear();
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  child.on('message', (message: ChildAnswer) => {
    const asked = waiting.get(message.id);
    if ('progress' in message) return asked?.onProgress(message.progress);
    waiting.delete(message.id);
    if ('result' in message) return asked?.resolve(message.result as never);
    if ('bug' in message) return asked?.reject(new Error(message.bug));
    const { code, params } = message.problem;
    asked?.reject(new UserError(code, params));
  });
  let last = 0;
  const isAlive = () => child.connected && child.exitCode === null;
  return {
    isAlive,
    ask: (job, input, onProgress = () => {}) =>
      new Promise((resolve, reject) => {
        if (!isAlive()) return reject(new UserError('web/child-died', {}));
        last += 1;
        waiting.set(last, { resolve, reject, onProgress });
        child.send({ id: last, job, input } satisfies JobTask);
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
