import { type EncodedCorpus, encodeCorpus } from '../../stages/discover/encode-corpus.js';
import { joinCorpora } from '../../stages/discover/join-corpora.js';
import { openSegmenter } from '../../stages/segment/jieba.js';
import { inWorkers } from './in-workers.js';

const WORKER = new URL('./segment-worker.js', import.meta.url);

/** Characters of a batch; what makes fewer than two is not worth a child process with its dictionary. */
const BATCH = 500_000;

/** Encodes the texts in child processes. The corpus is the same whatever their number. */
export async function encodeTexts(texts: readonly string[], workers: number): Promise<EncodedCorpus> {
  const batches = inBatches(texts);
  if (batches.length < 2) return encodeCorpus(texts, openSegmenter());
  const encoded: EncodedCorpus[] = [];
  for await (const part of inWorkers<readonly string[], EncodedCorpus>(batches, {
    worker: WORKER,
    workers,
  })) {
    encoded.push(part);
  }
  return joinCorpora(encoded);
}

function inBatches(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let room = 0;
  for (const text of texts) {
    if (room <= 0) {
      batches.push([]);
      room = BATCH;
    }
    batches.at(-1)?.push(text);
    room -= text.length;
  }
  return batches;
}
