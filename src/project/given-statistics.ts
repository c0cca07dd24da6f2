import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { UserError } from '../errors.js';
import { openStatistics, readKeptStatistics } from '../formats/statistics-lines.js';
import type { CorpusStatistics } from '../model/corpus-statistics.js';
import type { Run } from '../model/run.js';
import { readBytes } from '../sources/read-bytes.js';
import { type Content, readContent, readContentName, saveContent } from '../store/content-table.js';
import { getSetting, setSetting } from '../store/setting-table.js';
import type { Store } from '../store/store.js';

/** Statistics of another corpus that the cases of a project are ranked with: the hash and name of their file, and what it says. */
export interface GivenStatistics {
  readonly hash: string;
  readonly name: string;
  readonly read: () => CorpusStatistics;
}

/** A statistics file as it was read, whose lines are those that it says. */
export interface StatisticsFile {
  readonly name: string;
  readonly text: string;
}

/** The setting and the input of a run that name statistics, and the kind of their content. */
const NAME = 'statistics-file';

/** Bytes of a statistics file, all of which the project keeps: some ten million terms. */
const LARGEST = 2 ** 28;
/** Lines that are looked at together. */
const AT_ONCE = 1000;

/**
 * Reads a statistics file and looks at every line.
 * @throws UserError statistics/too-large, statistics/every-word, import/missing-path; those of `openStatistics`
 */
export async function loadStatisticsFile(path: string): Promise<StatisticsFile> {
  const bytes = readBytes(path);
  if (bytes.length > LARGEST) throw new UserError('statistics/too-large', { path, allowed: LARGEST });
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const { head, terms } = await openStatistics(linesOf(text), path);
  if ('every-word' in head.options) throw new UserError('statistics/every-word', { path });
  for await (const _ of terms);
  return { name: basename(path), text };
}

/**
 * The statistics that a project takes from elsewhere after the caller has named a file, which it then keeps, or asked for its
 * own again; and what identifies them for a run.
 */
export function statisticsToTake(
  store: Store,
  file: StatisticsFile | null,
  isOwn: boolean,
): { readonly given: GivenStatistics | null; readonly saveGiven: () => Record<string, string> } {
  if (file === null) {
    const given = isOwn ? null : keptStatistics(store, getSetting(store, NAME));
    return {
      given,
      saveGiven: () => {
        if (given) return { [NAME]: given.hash };
        setSetting(store, NAME, null);
        return {};
      },
    };
  }
  const { name, text } = file;
  const hash = createHash('sha256').update(text).digest('hex');
  return {
    given: { hash, name, read: () => readKeptStatistics(text) },
    saveGiven: () => {
      setSetting(store, NAME, saveContent(store, NAME, name, text));
      return { [NAME]: hash };
    },
  };
}

/** The statistics from elsewhere that a mining run took; null: those of its own cases. */
export function statisticsOfRun(store: Store, run: Run | undefined): GivenStatistics | null {
  return keptStatistics(store, run?.inputs[NAME]);
}

/** Whether a project takes its statistics from elsewhere. */
export function takesStatistics(store: Store): boolean {
  return getSetting(store, NAME) !== undefined;
}

function keptStatistics(store: Store, hash = ''): GivenStatistics | null {
  const name = readContentName(store, hash);
  if (name === undefined) return null;
  return { hash, name, read: () => readKeptStatistics((readContent(store, hash) as Content).text) };
}

async function* linesOf(text: string) {
  let number = 0;
  let some: { number: number; line: string }[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    number += 1;
    start += line.length + 1;
    if (line.trim() !== '') some.push({ number, line });
    if (some.length < AT_ONCE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
