// The child process: reads one file after another with the reader that the parent names, until it is closed.
import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.js';
import { PROGRAM } from '../paths.js';
import type { ReaderAnswer, ReaderTask } from './reader-process.js';
import { SLOW_READERS } from './slow-readers.js';

// A reader that hangs lets this thread do nothing, not even notice that its parent is gone: another one watches.
new Worker(new URL('sources/reader-watch.js', PROGRAM), {
  workerData: { megabytes: Number(process.argv[2]) },
}).unref();

process.on('message', (task: ReaderTask) => {
  process.send?.({ begun: true } satisfies ReaderAnswer);
  void answer(task).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());

async function answer({ format, path, bytes, limits, encoding }: ReaderTask): Promise<ReaderAnswer> {
  try {
    return { result: await SLOW_READERS[format](path, bytes, limits, encoding) };
  } catch (error) {
    if (error instanceof UserError) return { problem: { code: error.code, params: error.params } };
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
