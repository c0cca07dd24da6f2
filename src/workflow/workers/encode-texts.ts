import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { UserError } from '../../errors.js';
import { type EncodedCorpus, encodeCorpus } from '../../stages/discover/encode-corpus.js';
import { joinCorpora } from '../../stages/discover/join-corpora.js';
import { openSegmenter } from '../../stages/segment/jieba.js';

const WORKER = new URL('./segment-worker.js', import.meta.url);

/** Characters of a batch; what makes fewer than two is not worth a child process with its dictionary. */
const BATCH = 500_000;
const ATTEMPTS = 2;

interface Batch {
  readonly index: number;
  readonly texts: readonly string[];
  attempts: number;
}

/**
 * Encodes the texts in child processes, which end with it. The corpus is the same whatever their number. A batch
 * whose worker dies is given to a new one; when that dies too, UserError `segment/worker-died`.
 */
export async function encodeTexts(texts: readonly string[], workers: number): Promise<EncodedCorpus> {
  const batches = inBatches(texts);
  const count = Math.min(workers, availableParallelism(), batches.length);
  if (batches.length < 2 || count < 1) return encodeCorpus(texts, openSegmenter());

  const encoded: EncodedCorpus[] = [];
  const waiting = batches.toReversed();
  const children = new Set<ChildProcess>();
  const endAll = () => {
    for (const child of children) child.kill();
  };
  process.once('exit', endAll);
  try {
    await Promise.all(
      Array.from({ length: count }, () => work(waiting, children, (index, part) => (encoded[index] = part))),
    );
  } finally {
    endAll();
    process.off('exit', endAll);
  }
  return joinCorpora(encoded);
}

/** Has one worker at a time encode batch after batch. */
async function work(
  waiting: Batch[],
  children: Set<ChildProcess>,
  keep: (index: number, part: EncodedCorpus) => void,
): Promise<void> {
  let child: ChildProcess | undefined;
  for (let batch = waiting.pop(); batch; batch = waiting.pop()) {
    child ??= start(children);
    const answer = await ask(child, batch.texts);
    if ('ended' in answer) {
      children.delete(child);
      child = undefined;
      batch.attempts += 1;
      if (batch.attempts >= ATTEMPTS) throw new UserError('segment/worker-died', { reason: answer.ended });
      waiting.push(batch);
    } else keep(batch.index, answer);
  }
}

function start(children: Set<ChildProcess>): ChildProcess {
  const child = fork(WORKER, { serialization: 'advanced' });
  children.add(child);
  return child;
}

function ask(child: ChildProcess, texts: readonly string[]): Promise<EncodedCorpus | { ended: string }> {
  return new Promise((resolve) => {
    const onExit = (code: number | null, signal: string | null) => {
      child.off('message', onMessage);
      resolve({ ended: String(signal ?? code) });
    };
    const onMessage = (answer: unknown) => {
      child.off('exit', onExit);
      resolve(answer as EncodedCorpus);
    };
    child.once('exit', onExit);
    child.once('message', onMessage);
    child.send(texts as string[], () => {});
  });
}

function inBatches(texts: readonly string[]): Batch[] {
  const batches: { index: number; texts: string[]; attempts: number }[] = [];
  let room = 0;
  for (const text of texts) {
    if (room <= 0) {
      batches.push({ index: batches.length, texts: [], attempts: 0 });
      room = BATCH;
    }
    batches.at(-1)?.texts.push(text);
    room -= text.length;
  }
  return batches;
}
