import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ErrorCode, type ErrorParams, UserError } from '../errors.js';
import type { Limits } from '../formats/limits.js';
import { PROGRAM } from '../paths.js';
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

/** That the child process begins with a file, then what it made of it. */
export type ReaderAnswer =
  | { readonly begun: true }
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

const CHILD = fileURLToPath(new URL('sources/reader-child.js', PROGRAM));

/** The exit code of a process of Windows that died of Ctrl-C: there are no signals. */
const CTRL_C_EXIT = 0xc000013a;

/** How many processes may die before they begin with a file until it is reported as the cause. */
const DEATHS = 2;

/** A reader process that starts with its first file. */
export function openReaderProcess(limits: Limits): ReaderProcess {
  const { readerSeconds: seconds, readerMegabytes: megabytes } = limits;
  let child: ChildProcess | undefined;
  const close = () => {
    child?.kill('SIGKILL');
    child = undefined;
    process.off('exit', close);
  };
  const end = (one: ChildProcess) => {
    if (child === one) close();
  };

  const start = () => {
    process.once('exit', close);
    const started = fork(CHILD, [String(megabytes)], {
      serialization: 'advanced',
      // Libraries print what they think of a file; it is the answer that counts.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${megabytes}`],
    });
    // One that dies between two files is the fault of neither: the next file gets another.
    started.once('exit', () => end(started));
    started.on('error', () => end(started));
    return started;
  };

  /** The answer of a process; none when it died before it began. */
  const ask = (running: ChildProcess, task: ReaderTask) =>
    new Promise<Exclude<ReaderAnswer, { begun: true }> | undefined>((resolve, reject) => {
      const { path } = task;
      let hasBegun = false;
      const settle = (finish: () => void) => {
        clearTimeout(deadline);
        running.off('message', onMessage).off('exit', onExit).off('error', onDeath);
        finish();
      };
      const fail = (problem: UserError) =>
        settle(() => {
          end(running);
          reject(problem);
        });
      const onMessage = (answer: ReaderAnswer) => {
        if ('begun' in answer) hasBegun = true;
        else settle(() => resolve(answer));
      };
      const onDeath = () => {
        if (hasBegun) return fail(new UserError('import/reader-crashed', { path, megabytes }));
        settle(() => {
          end(running);
          resolve(undefined);
        });
      };
      // Ctrl-C reaches the child as well, which dies of it at once.
      const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
        signal === 'SIGINT' || code === CTRL_C_EXIT ? fail(new UserError('cli/interrupted', {})) : onDeath();
      const deadline = setTimeout(
        () => fail(new UserError('import/reader-timeout', { path, seconds })),
        seconds * 1000,
      );
      running.on('message', onMessage).once('exit', onExit).once('error', onDeath);
      running.send(task, (error) => error && onDeath());
    });

  return {
    close,
    read: async <F extends SlowFormat>(format: F, path: string, bytes: Uint8Array, encoding?: string) => {
      for (let deaths = 0; deaths < DEATHS; deaths += 1) {
        child ??= start();
        const answer = await ask(child, { format, path, bytes, limits, encoding });
        if (answer === undefined) continue;
        if ('result' in answer) return answer.result as SlowResult<F>;
        if ('problem' in answer) throw new UserError(answer.problem.code, answer.problem.params);
        throw new Error(answer.bug);
      }
      throw new UserError('import/reader-crashed', { path, megabytes });
    },
  };
}
