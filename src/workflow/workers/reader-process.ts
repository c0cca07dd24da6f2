import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ErrorCode, type ErrorParams, UserError } from '../../errors.js';
import type { Limits } from '../../formats/limits.js';
import type { SlowFormat, SlowResult } from './slow-readers.js';

/** One file for the child process to read. */
export interface ReaderTask {
  readonly format: SlowFormat;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  /** Overrules what a file says of its encoding, where it has one. */
  readonly encoding?: string | undefined;
}

/** What the child process made of it. */
export type ReaderAnswer =
  | { readonly result: unknown }
  | { readonly problem: { readonly code: ErrorCode; readonly params: ErrorParams[ErrorCode] } }
  | { readonly bug: string };

/** Reads files in a process that may hang or burst without harm; one process serves until it has to be killed. */
export interface ReaderProcess {
  /**
   * What the reader of a format makes of a file; one file at a time.
   * @throws UserError that of the reader, import/reader-timeout, import/reader-crashed, cli/interrupted
   */
  readonly read: <F extends SlowFormat>(
    format: F,
    path: string,
    bytes: Uint8Array,
    encoding?: string,
  ) => Promise<SlowResult<F>>;
  readonly close: () => void;
}

const CHILD = fileURLToPath(new URL('./reader-child.js', import.meta.url));

/** A reader process that starts with its first file. */
export function openReaderProcess(limits: Limits): ReaderProcess {
  const { readerSeconds: seconds, readerMegabytes: megabytes } = limits;
  let child: ChildProcess | undefined;
  const close = () => {
    child?.kill('SIGKILL');
    child = undefined;
    process.off('exit', close);
  };

  const start = () => {
    process.once('exit', close);
    return fork(CHILD, [String(megabytes)], {
      serialization: 'advanced',
      // Libraries print what they think of a file; it is the answer that counts.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${megabytes}`],
    });
  };

  const ask = (running: ChildProcess, task: ReaderTask) =>
    new Promise<ReaderAnswer>((resolve, reject) => {
      const { path } = task;
      const settle = (finish: () => void) => {
        clearTimeout(deadline);
        running.removeAllListeners();
        finish();
      };
      const fail = (problem: UserError) =>
        settle(() => {
          close();
          reject(problem);
        });
      const crashed = () => fail(new UserError('import/reader-crashed', { path, megabytes }));
      const deadline = setTimeout(
        () => fail(new UserError('import/reader-timeout', { path, seconds })),
        seconds * 1000,
      );
      running.once('message', (answer: ReaderAnswer) => settle(() => resolve(answer)));
      // Ctrl-C reaches the child as well, which dies of it at once.
      running.once('exit', (_code, signal) =>
        signal === 'SIGINT' ? fail(new UserError('cli/interrupted', {})) : crashed(),
      );
      running.once('error', crashed);
      running.send(task, (error) => error && crashed());
    });

  return {
    close,
    read: async <F extends SlowFormat>(format: F, path: string, bytes: Uint8Array, encoding?: string) => {
      child ??= start();
      const answer = await ask(child, { format, path, bytes, limits, encoding });
      if ('result' in answer) return answer.result as SlowResult<F>;
      if ('problem' in answer) throw new UserError(answer.problem.code, answer.problem.params);
      throw new Error(answer.bug);
    },
  };
}
