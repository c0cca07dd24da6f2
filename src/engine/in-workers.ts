import { openWorkerPool, type WorkerPoolOptions } from './worker-pool.js';

/** Batches under way for each worker: one it works on, one that waits for it. */
const UNDER_WAY = 2;

type End = { readonly end: true; readonly problem?: unknown };

/** What comes first: the next batch, the end of the batches (with the problem that ended them), or an answer. */
type Event<B, R> = { readonly batch: B } | End | { readonly result: R };

/**
 * What child processes make of batches, in the order of the batches and as soon as it is known. Few batches are
 * under way at a time, so that neither they nor their results pile up.
 * @throws UserError that of the batches, after the results of all before it; that of a worker;
 *   `segment/worker-died`, `cli/interrupted`
 */
export async function* inWorkers<B, R>(
  batches: Iterable<B> | AsyncIterable<B>,
  options: WorkerPoolOptions,
): AsyncGenerator<R> {
  const source =
    Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]();
  const pool = openWorkerPool(options);
  const underWay: Promise<Event<B, R>>[] = [];
  let next: Promise<Event<B, R>> | undefined = take(source);
  let end: End | undefined;
  try {
    while (next || underWay.length > 0) {
      const isFull = underWay.length >= UNDER_WAY * options.workers;
      const coming = [...underWay.slice(0, 1), ...(next && !isFull ? [next] : [])];
      const event = await pool.unlessInterrupted(Promise.race(coming));
      if ('result' in event) {
        underWay.shift();
        yield event.result;
      } else if ('batch' in event) {
        const result = pool.answer(event.batch).then((answer) => ({ result: answer as R }));
        // It may fail before its turn has come.
        result.catch(() => {});
        underWay.push(result);
        next = take(source);
      } else {
        end = event;
        next = undefined;
      }
    }
    if (end && 'problem' in end) throw end.problem;
  } finally {
    pool.close();
    if (next) void source.return?.();
  }
}

/** The next batch; a problem is an event like others, since results before it are still to come. */
async function take<B>(source: Iterator<B> | AsyncIterator<B>): Promise<Event<B, never>> {
  try {
    const { value, done } = await source.next();
    return done ? { end: true } : { batch: value };
  } catch (problem) {
    return { end: true, problem };
  }
}
