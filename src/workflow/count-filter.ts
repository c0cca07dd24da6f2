import { createReadStream, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type CountingStep, countingSteps, linesName, planCounting } from '../engine/counting-steps.js';
import { forEach } from '../engine/discover-in-texts.js';
import { openSpillFolder, type Spill, spillToFolder } from '../engine/spill.js';
import { textBatches } from '../engine/text-batches.js';
import { DEFAULT_WORKERS, openWorkerPool } from '../engine/worker-pool.js';
import { formatCountLine, formatCountsHeader } from '../formats/count-lines.js';
import type { CountsKind } from '../model/string-counts.js';
import { PROGRAM } from '../paths.js';
import { readToolVersion } from '../sources/tool-version.js';
import { countAll } from '../stages/discover/count-strings.js';
import type { TextPiece } from '../stages/discover/encode-corpus.js';
import { openSegmenter } from '../stages/segment/jieba.js';
import { type DiscoverFilterOptions, textsOf } from './discover-filter.js';

/** What `count` reads and how. */
export interface CountFilterOptions extends Pick<CountsKind, 'maxLength'> {
  /** What the header of the counts names as the program's version; without it that of package.json. */
  readonly toolVersion?: string | undefined;
  readonly files: readonly string[];
  /** Cleans the texts first; otherwise they are taken as they are, one paragraph a line. */
  readonly clean: boolean;
  /** Child processes that segment and count; the result does not depend on it. */
  readonly workers?: number | undefined;
  readonly onUnread?: DiscoverFilterOptions['onUnread'];
}

/** Where steps are taken: here or in child processes. */
interface Steps {
  readonly take: (step: CountingStep) => Promise<unknown>;
  readonly atATime: number;
  readonly close: () => void;
}

const WORKER = new URL('engine/counting-worker.js', PROGRAM);

/**
 * Counts all strings of files and writes them as lines, ordered by code point, chunk by chunk. What is found lies in a
 * temporary folder until it is written.
 */
export async function* countInFiles(options: CountFilterOptions): AsyncGenerator<Uint8Array | string> {
  const { files, clean, workers = DEFAULT_WORKERS } = options;
  const { maxLength, toolVersion = readToolVersion() } = options;
  const batches = textBatches(textsOf(files, clean, options.onUnread));
  const first = await batches.next();
  const second = first.done ? first : await batches.next();
  const { folder, close } = openSpillFolder();
  const isLarge = !second.done;
  const steps = isLarge ? stepsInWorkers(folder, options, workers) : stepsHere(folder, options);
  try {
    yield* countBatches(
      (async function* () {
        if (!first.done) yield first.value;
        if (!second.done) yield second.value;
        yield* batches;
      })(),
      folder,
      { maxLength, toolVersion },
      steps,
    );
  } finally {
    steps.close();
    close();
  }
}

function stepsHere(folder: string, { maxLength }: CountFilterOptions): Steps {
  const take = countingSteps(folder, spillToFolder(folder), openSegmenter(), maxLength);
  return { take: async (step) => take(step), atATime: 1, close: () => {} };
}

function stepsInWorkers(folder: string, { maxLength }: CountFilterOptions, wanted: number): Steps {
  const workers = Math.min(wanted, availableParallelism());
  const pool = openWorkerPool({ worker: WORKER, workers, setup: { folder, maxLength } });
  return {
    take: (step) => pool.unlessInterrupted(pool.answer(step)),
    atATime: 2 * workers,
    close: pool.close,
  };
}

async function* countBatches(
  batches: AsyncIterable<readonly TextPiece[]>,
  folder: string,
  kind: CountsKind,
  { take, atATime }: Steps,
): AsyncGenerator<Uint8Array | string> {
  let parts = 0;
  await forEach(batches, atATime, async (pieces) => {
    parts += 1;
    await take({ kind: 'encode', part: parts - 1, pieces });
  });
  const spill = spillToFolder(folder);
  const { counts, buckets } = planCounting(spill, parts, kind.maxLength);
  yield `${formatCountsHeader(kind)}\n${formatCountLine(countAll(counts, textsIn(spill, parts)))}\n`;
  const underWay: Promise<unknown>[] = [];
  for (const bucket of buckets.keys()) {
    for (let next = underWay.length + bucket; next < bucket + atATime && next < buckets.length; next += 1) {
      const counted = take({ kind: 'count', bucket: next, parts });
      // It may fail before its turn has come.
      counted.catch(() => {});
      underWay.push(counted);
    }
    await underWay.shift();
    const lines = join(folder, linesName(bucket));
    yield* createReadStream(lines);
    rmSync(lines);
  }
}

function textsIn(spill: Spill, parts: number): number {
  let texts = 0;
  for (let part = 0; part < parts; part += 1) texts += spill.readIntegers(`texts-${part}`).length;
  return texts;
}
