import { type ChildProcess, fork } from 'node:child_process';
import { UserError } from '../errors.js';
import type { WorkerAnswer } from './serve-batches.js';

/** Child processes when nobody says how many. */
export const DEFAULT_WORKERS = 2;

/** Who does the work. */
export interface WorkerPoolOptions {
  /** The file of the child process, which calls `serveBatches`. */
  readonly worker: URL;
  /** How many child processes at most; each is started when there is a batch for it. */
  readonly workers: number;
  /** What each child process is told before its first batch. */
  readonly setup?: unknown;
}

/** Child processes that answer batches until they are closed. They end with this process, however it ends. */
export interface WorkerPool {
  /**
   * What a worker makes of a batch; when it dies of it, another one is tried.
   * @throws UserError that of the worker, `segment/worker-died` when the second dies as well
   */
  readonly answer: (batch: unknown) => Promise<unknown>;
  /**
   * What a promise gives, unless this process is told to end before that.
   * @throws UserError cli/interrupted
   */
  readonly unlessInterrupted: <T>(work: Promise<T>) => Promise<T>;
  readonly close: () => void;
}

interface Task {
  readonly batch: unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (problem: Error) => void;
  deaths: number;
}

/** How many workers may die of a batch before its user hears of it. */
const DEATHS = 2;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** A pool whose child processes start with their first batch. */
export function openWorkerPool({ worker, workers, setup }: WorkerPoolOptions): WorkerPool {
  const waiting: Task[] = [];
  const idle = new Set<ChildProcess>();
  const busy = new Map<ChildProcess, Task>();

  const proceed = () => {
    while (waiting.length > 0 && (idle.size > 0 || busy.size < workers)) {
      const task = waiting.shift() as Task;
      const [child = start()] = idle;
      idle.delete(child);
      busy.set(child, task);
      send(child, { batch: task.batch });
    }
  };
  const start = () => {
    const child = fork(worker, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Not those of this process, which may be a script given with --eval.
      execArgv: [],
    });
    child.on('message', (answer: WorkerAnswer) => {
      const task = release(child);
      idle.add(child);
      if (task) settle(task, answer);
      proceed();
    });
    const onWorkerExit = (reason: string) => {
      idle.delete(child);
      const task = release(child);
      if (task === undefined) return;
      task.deaths += 1;
      if (task.deaths < DEATHS) waiting.unshift(task);
      else task.reject(new UserError('segment/worker-died', { reason }));
      proceed();
    };
    child.once('exit', (code, signal) => onWorkerExit(String(signal ?? code)));
    child.once('error', (error) => onWorkerExit(error.message));
    send(child, { setup });
    return child;
  };
  const release = (child: ChildProcess) => {
    const task = busy.get(child);
    busy.delete(child);
    return task;
  };

  const close = () => {
    for (const child of [...idle, ...busy.keys()]) {
      child.removeAllListeners();
      // What is still on its way to it fails, which is no error any more.
      child.on('error', () => {});
      child.kill('SIGKILL');
    }
    idle.clear();
    busy.clear();
    waiting.length = 0;
    process.off('exit', close);
    for (const signal of SIGNALS) process.off(signal, interrupt);
  };
  // A promise raced against everything would keep all of it in memory to the end; a set forgets what is settled.
  const interruptions = new Set<(problem: Error) => void>();
  let interruption: UserError | undefined;
  const interrupt = () => {
    interruption = new UserError('cli/interrupted', {});
    for (const reject of interruptions) reject(interruption);
  };
  // Before what they write to is removed.
  process.prependOnceListener('exit', close);
  for (const signal of SIGNALS) process.on(signal, interrupt);

  return {
    close,
    unlessInterrupted: (work) =>
      new Promise((resolve, reject) => {
        if (interruption) reject(interruption);
        interruptions.add(reject);
        work.then(resolve, reject).finally(() => interruptions.delete(reject));
      }),
    answer: (batch) =>
      new Promise((resolve, reject) => {
        waiting.push({ batch, resolve, reject, deaths: 0 });
        proceed();
      }),
  };
}

/** A child that is gone says so by its exit, so that a failed sending needs no word. */
function send(child: ChildProcess, order: object): void {
  child.send(order, () => {});
}

function settle({ resolve, reject }: Task, answer: WorkerAnswer): void {
  if ('result' in answer) resolve(answer.result);
  else if ('bug' in answer) reject(new Error(answer.bug));
  else reject(new UserError(answer.problem.code, answer.problem.params));
}
