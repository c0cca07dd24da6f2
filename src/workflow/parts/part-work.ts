import { availableParallelism } from 'node:os';
import { segmentToLines } from '../../engine/segment-to-lines.js';
import { textsOfFiles } from '../../engine/texts-of-files.js';
import { DEFAULT_WORKERS } from '../../engine/worker-pool.js';
import type { PartCommand } from '../../model/part.js';
import { openCaseReader, type UnreadPart } from '../../sources/read-case-file.js';
import { type ReadySlice, readSlice } from '../../sources/read-share.js';
import type { ReadCase } from '../../sources/stream-case-file.js';
import { codeFiles } from '../code-files.js';
import { keywordsOfLines, type WordCountOptions } from '../keywords-filter.js';
import { termsOfCases, wordsOfFiles } from '../terms-filter.js';
import type { PartFlags } from './part-flags.js';

/** What a part is made of, and how. */
export interface PartInput {
  /** The files and folders of the whole corpus, the same for every part. */
  readonly paths: readonly string[];
  readonly flags: PartFlags;
  /** Child processes that segment; the part does not depend on it. */
  readonly workers?: number | undefined;
  /** Told what of the files was not read. */
  readonly onUnread?: ((parts: readonly UnreadPart[]) => void) | undefined;
}

/** What is asked of a work in parts: lines one after the other, and how many cases they are of. */
export interface PartWork {
  readonly lines: AsyncIterable<string>;
  readonly cases: () => number;
}

/** What each command makes of its slices of the corpus. */
export const PART_WORK: Readonly<
  Record<PartCommand, (input: PartInput, slices: readonly ReadySlice[]) => PartWork>
> = {
  discover: ({ paths, flags, workers = DEFAULT_WORKERS, onUnread }, slices) => {
    const clean = flags.clean === true;
    const { items, count } = counted(textsOfFiles({ files: paths, slices, clean, onUnread }));
    return { lines: segmentToLines(items, Math.min(workers, availableParallelism())), cases: count };
  },
  terms: ({ paths, flags, workers, onUnread }, slices) => {
    if (flags.everyWord) {
      const clean = flags.clean === true;
      return everyWord({ files: paths, slices, clean, userWords: flags.userWords, workers });
    }
    const { items, count } = counted(casesOf(slices, onUnread));
    return { lines: termsOfCases(items, { ...flags, workers }), cases: count };
  },
  keywords: ({ paths, flags, workers }, slices) => {
    const { top = 10, idf = 'shipped', clean = false } = flags;
    return asLines(keywordsOfLines({ ...flags, files: paths, slices, top, idf, clean, workers }));
  },
  code: ({ paths, flags, onUnread }, slices) =>
    asLines(codeFiles({ files: paths, slices, codebook: flags.codebook ?? 'six-pillars', onUnread })),
};

function everyWord(options: WordCountOptions): PartWork {
  let documents = 0;
  const lines = async function* () {
    const words = await wordsOfFiles(options);
    documents = words.documents;
    yield* words.lines;
  };
  return { lines: lines(), cases: () => documents };
}

async function* casesOf(
  slices: readonly ReadySlice[],
  onUnread: PartInput['onUnread'],
): AsyncGenerator<ReadCase> {
  const reader = openCaseReader({});
  try {
    for (const slice of slices) yield* readSlice(reader, slice);
    onUnread?.(reader.unread());
  } finally {
    reader.close();
  }
}

function asLines(results: AsyncIterable<unknown>): PartWork {
  const { items, count } = counted(results);
  const lines = async function* () {
    for await (const item of items) yield `${JSON.stringify(item)}\n`;
  };
  return { lines: lines(), cases: count };
}

function counted<T>(all: AsyncIterable<T>) {
  let passed = 0;
  const items = async function* () {
    for await (const item of all) {
      passed += 1;
      yield item;
    }
  };
  return { items: items(), count: () => passed };
}
