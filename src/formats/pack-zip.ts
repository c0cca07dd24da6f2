import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { PROGRAM } from '../paths.js';
import type { ZipOrder } from './zip-thread.js';

/** A part of a zip file, piece by piece. */
export interface ZipPart {
  readonly path: string;
  readonly pieces: Iterable<string | Uint8Array>;
}

/** How many orders, of some 64 kB each, may be on their way to the thread: it packs a long sheet while the next table is made. */
const AHEAD = 256;

/**
 * Packs parts into a zip file piece by piece, so that no part is in memory as a whole; a thread packs one piece while the next is
 * made. Same parts, same bytes: the time is fixed, and what packs them does not depend on the version of Node.
 */
export async function* packZip(
  parts: Iterable<ZipPart> | AsyncIterable<ZipPart>,
): AsyncGenerator<Uint8Array, void, undefined> {
  // Not with the options of this process, which may be a script given with --eval.
  const thread = new Worker(new URL('formats/zip-thread.js', PROGRAM), { execArgv: [] });
  const answers = on(thread, 'message') as AsyncIterableIterator<[Uint8Array[]]>;
  let open = 0;
  const send = async function* (order: ZipOrder, ahead = AHEAD) {
    thread.postMessage(order);
    for (open += 1; open > ahead; open -= 1) yield* (await answers.next()).value[0];
  };
  try {
    for await (const { path, pieces } of parts) {
      yield* send({ begin: path });
      for (const piece of pieces) yield* send({ piece });
      yield* send({ end: 'file' });
    }
    yield* send({ end: 'archive' }, 0);
  } finally {
    await thread.terminate();
  }
}
