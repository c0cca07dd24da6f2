import type { NewWord } from '../model/new-word.js';
import { PROGRAM } from '../paths.js';
import { rankWords } from '../stages/discover/rank-words.js';
import type { DiscoverOptions } from '../stages/discover/word-candidates.js';
import type { WordTable } from '../stages/discover/word-table.js';
import { openSegmenter } from '../stages/segment/jieba.js';
import {
  type CorpusBatch,
  type DiscoveryStep,
  discoverySteps,
  type LinesOfFile,
  planDiscovery,
} from './discovery-steps.js';
import { openSpillFolder, type Spill, spillToFolder, spillToMemory } from './spill.js';
import { type TextSource, textBatches } from './text-batches.js';
import { openWorkerPool } from './worker-pool.js';

const WORKER = new URL('engine/discovery-worker.js', PROGRAM);

/** What a discovery on this machine may use. */
interface LocalMeans {
  /** Child processes at a time. */
  readonly workers: number;
  /** Where folders for what is too large to be held are made; the system's temporary folder unless it is named. */
  readonly spillFolder?: string | undefined;
}

/** Takes one step, here or in a child process. */
type TakeStep = (step: DiscoveryStep) => Promise<WordTable | undefined>;

/**
 * The new words of texts, best first, each text one case. A corpus of more than one batch is counted in child
 * processes that leave on disk what they have found, so that it may be larger than memory; the words are the same,
 * whatever their number and the order of the texts.
 */
export async function discoverInTexts(
  texts: Iterable<TextSource> | AsyncIterable<TextSource>,
  options: DiscoverOptions,
  means: LocalMeans,
): Promise<Iterable<NewWord>> {
  const batches = async function* (): AsyncGenerator<CorpusBatch> {
    for await (const pieces of textBatches(texts)) yield { kind: 'encode', pieces };
  };
  return discoverInBatches(batches(), options, means);
}

/** The same of texts that were segmented before, given as lines of files; their order is that of the texts. */
export async function discoverInLines(
  lines: AsyncIterable<LinesOfFile>,
  options: DiscoverOptions,
  means: LocalMeans,
): Promise<Iterable<NewWord>> {
  const batches = async function* (): AsyncGenerator<CorpusBatch> {
    for await (const some of lines) yield { kind: 'unpack', ...some };
  };
  return discoverInBatches(batches(), options, means);
}

async function discoverInBatches(
  batches: AsyncGenerator<CorpusBatch>,
  options: DiscoverOptions,
  means: LocalMeans,
): Promise<Iterable<NewWord>> {
  const first = await batches.next();
  if (first.done) return [];
  const second = await batches.next();
  if (second.done) return discoverHere([first.value], options);
  return discoverInWorkers(
    (async function* () {
      yield first.value;
      yield second.value;
      yield* batches;
    })(),
    options,
    means,
  );
}

async function discoverHere(
  batches: readonly CorpusBatch[],
  options: DiscoverOptions,
): Promise<Iterable<NewWord>> {
  const spill = spillToMemory();
  const take = discoverySteps(spill, openSegmenter(), options);
  return rankWords(await takeSteps(batches, spill, options, 1, async (step) => take(step)));
}

async function discoverInWorkers(
  batches: AsyncIterable<CorpusBatch>,
  options: DiscoverOptions,
  { workers, spillFolder }: LocalMeans,
): Promise<Iterable<NewWord>> {
  const { folder, close } = openSpillFolder(spillFolder);
  const pool = openWorkerPool({ worker: WORKER, workers, setup: { folder, options } });
  try {
    const take: TakeStep = async (step) => (await pool.answer(step)) as WordTable | undefined;
    const steps = takeSteps(batches, spillToFolder(folder), options, 2 * workers, take);
    return rankWords(await pool.unlessInterrupted(steps));
  } finally {
    pool.close();
    close();
  }
}

/** Takes all steps of a discovery, so many at a time. */
async function takeSteps(
  batches: Iterable<CorpusBatch> | AsyncIterable<CorpusBatch>,
  spill: Spill,
  options: DiscoverOptions,
  atATime: number,
  take: TakeStep,
): Promise<WordTable[]> {
  let parts = 0;
  await forEach(batches, atATime, async (batch) => {
    parts += 1;
    await take({ ...batch, part: parts - 1 });
  });
  const { buckets } = planDiscovery(spill, parts, options);
  await forEach(buckets.keys(), atATime, (bucket) => take({ kind: 'count', bucket, parts }));
  const tables: WordTable[] = [];
  await forEach(buckets.keys(), atATime, async (bucket) => {
    const table = await take({ kind: 'score', bucket, parts });
    if (table) tables.push(table);
  });
  return tables;
}

/** Does something for each item, for so many at a time. */
async function forEach<T>(
  items: Iterable<T> | AsyncIterable<T>,
  atATime: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const lane = async () => {
    for (;;) {
      const { value, done } = await source.next();
      if (done) return;
      await work(value);
    }
  };
  try {
    await Promise.all(Array.from({ length: atATime }, lane));
  } finally {
    void source.return?.();
  }
}
