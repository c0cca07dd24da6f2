import { type ErrorCode, type ErrorParams, UserError } from '../errors.js';

/** What a pool tells a worker: once how to work, then batch after batch. */
type Order = { readonly setup: unknown } | { readonly batch: unknown };

/** What a worker makes of a batch. */
export type WorkerAnswer =
  | { readonly result: unknown }
  | { readonly problem: { readonly code: ErrorCode; readonly params: ErrorParams[ErrorCode] } }
  | { readonly bug: string };

/**
 * Makes this process the worker of a pool: `prepare` gets what the pool has to tell and returns what answers a
 * batch. It ends with its parent.
 */
export function serveBatches<S, B, R>(prepare: (setup: S) => (batch: B) => R): void {
  let setup: S;
  let work: ((batch: B) => R) | undefined;
  const answer = (batch: B): WorkerAnswer => {
    try {
      work ??= prepare(setup);
      return { result: work(batch) };
    } catch (error) {
      if (error instanceof UserError) return { problem: { code: error.code, params: error.params } };
      return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  process.on('message', (order: Order) => {
    if ('setup' in order) setup = order.setup as S;
    else process.send?.(answer(order.batch as B));
  });
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches this process as well; its parent, which is to say so, ends it.
  process.on('SIGINT', () => {});
}
