import { PROGRAM } from '../paths.js';
import { formatCells } from '../stages/discover/cell-lines.js';
import { openEncoder, type TextPiece } from '../stages/discover/encode-corpus.js';
import { openSegmenter } from '../stages/segment/jieba.js';
import { inWorkers } from './in-workers.js';
import { type TextSource, textBatches } from './text-batches.js';

const WORKER = new URL('engine/segmenting-worker.js', PROGRAM);

/** What segments pieces of texts into lines: here, or in a child process. */
export function segmentPieces(): (pieces: readonly TextPiece[]) => string {
  const encode = openEncoder(openSegmenter());
  return (pieces) => formatCells(encode(pieces));
}

/**
 * Texts as lines in which a discovery finds all it looks at, many lines at a time. More than one batch is segmented in
 * child processes; the lines do not depend on how many.
 */
export async function* segmentToLines(
  texts: AsyncIterable<TextSource>,
  workers: number,
): AsyncGenerator<string> {
  const batches = textBatches(texts);
  const first = await batches.next();
  if (first.done) return;
  const second = await batches.next();
  if (second.done) {
    yield segmentPieces()(first.value);
    return;
  }
  const all = async function* () {
    yield first.value;
    yield second.value;
    yield* batches;
  };
  yield* inWorkers<readonly TextPiece[], string>(all(), { worker: WORKER, workers, setup: null });
}
