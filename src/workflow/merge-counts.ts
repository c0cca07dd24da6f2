import { join } from 'node:path';
import { type CountsCursor, openCounts, requireSameKind } from '../engine/counts-cursor.js';
import { openSpillFolder, spillText } from '../engine/spill.js';
import { formatCountLine, formatCountsHeader } from '../formats/count-lines.js';
import type { CountsKind, StringCounts } from '../model/string-counts.js';
import { addCounts } from '../stages/discover/add-counts.js';
import { compareByCodePoint } from '../text/code-points.js';

/** Counts that are read once, from the first string to the last. */
export interface Counts {
  readonly kind: CountsKind;
  /** Each string once, ordered by code point, those together for which there was nothing to wait. */
  readonly strings: () => AsyncGenerator<readonly StringCounts[]>;
}

type NamedKind = Pick<CountsCursor, 'name' | 'kind'>;

/** Strings that are handed on together. */
const AT_ONCE = 1000;

/** Files that are open at a time; of more, groups are added up in a temporary folder first. */
const FILES_AT_ONCE = 64;

/**
 * Adds up the counts of files while they are read, holding one string of each of some files.
 * @throws UserError counts/bad-line, counts/different, import/missing-path, import/unreadable, files/cannot-write; while
 *   they are read, too
 */
export async function openMergedCounts(files: readonly string[]): Promise<Counts> {
  if (files.length <= FILES_AT_ONCE) return openTogether(files);
  const { folder, close } = openSpillFolder();
  try {
    let paths = files;
    let first: NamedKind | undefined;
    for (let round = 0; paths.length > FILES_AT_ONCE; round += 1) {
      const sums: string[] = [];
      for (let at = 0; at < paths.length; at += FILES_AT_ONCE) {
        const counts = await openTogether(paths.slice(at, at + FILES_AT_ONCE), first);
        first ??= counts;
        sums.push(await writeCounts(counts, folder, `sum-${round}-${sums.length}`));
      }
      paths = sums;
    }
    const { strings, ...rest } = await openTogether(paths);
    return { ...rest, strings: () => closingAfter(strings(), close) };
  } catch (error) {
    close();
    throw error;
  }
}

/** Opens files that must be of the same kind, also of that of a first file. */
async function openTogether(files: readonly string[], first?: NamedKind): Promise<Counts & NamedKind> {
  const cursors: CountsCursor[] = [];
  try {
    for (const file of files) {
      const cursor = await openCounts(file);
      cursors.push(cursor);
      requireSameKind(cursor, first ?? (cursors[0] as CountsCursor));
    }
  } catch (error) {
    await closeAll(cursors);
    throw error;
  }
  const { name, kind } = cursors[0] as CountsCursor;
  return { name, kind, strings: () => merge(cursors) };
}

async function writeCounts(counts: Counts, folder: string, name: string): Promise<string> {
  const text = spillText(folder, name);
  try {
    for await (const lines of linesOf(counts)) text.add(lines);
  } finally {
    text.close();
  }
  return join(folder, name);
}

async function* closingAfter<T>(items: AsyncIterable<T>, close: () => void): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    close();
  }
}

async function closeAll(cursors: readonly CountsCursor[]): Promise<void> {
  for (const cursor of cursors) await cursor.close();
}

/** The lines of the counts of files added up, with their header, some at a time. */
export async function* mergeCountsOfFiles(files: readonly string[]): AsyncGenerator<string> {
  yield* linesOf(await openMergedCounts(files));
}

async function* linesOf({ kind, strings }: Counts): AsyncGenerator<string> {
  yield `${formatCountsHeader(kind)}\n`;
  for await (const some of strings()) {
    let lines = '';
    for (const counts of some) lines += `${formatCountLine(counts)}\n`;
    yield lines;
  }
}

async function* merge(cursors: readonly CountsCursor[]): AsyncGenerator<readonly StringCounts[]> {
  const heap = cursors.filter((cursor) => cursor.current());
  for (let i = heap.length - 1; i >= 0; i -= 1) sink(heap, i);
  try {
    let sum: StringCounts | undefined;
    let done: StringCounts[] = [];
    while (heap.length > 0) {
      const top = heap[0] as CountsCursor;
      const counts = top.current() as StringCounts;
      if (sum?.text === counts.text) sum = addCounts(sum, counts);
      else {
        if (sum) done.push(sum);
        sum = counts;
      }
      if (done.length >= AT_ONCE) {
        yield done;
        done = [];
      }
      const waiting = top.advance();
      if (waiting) await waiting;
      if (!top.current()) {
        const last = heap.pop() as CountsCursor;
        if (heap.length > 0) heap[0] = last;
      }
      sink(heap, 0);
    }
    if (sum) yield [...done, sum];
  } finally {
    await closeAll(cursors);
  }
}

/** Puts the cursor at a place of a heap where it belongs: the one with the first string comes to the top. */
function sink(heap: CountsCursor[], place: number): void {
  for (let at = place; ; ) {
    let least = at;
    for (const below of [2 * at + 1, 2 * at + 2]) if (isBefore(heap[below], heap[least])) least = below;
    if (least === at) return;
    [heap[at], heap[least]] = [heap[least] as CountsCursor, heap[at] as CountsCursor];
    at = least;
  }
}

function isBefore(a: CountsCursor | undefined, b: CountsCursor | undefined): boolean {
  return !!a && !!b && compareByCodePoint(textOf(a), textOf(b)) < 0;
}

function textOf(cursor: CountsCursor): string {
  return (cursor.current() as StringCounts).text;
}
