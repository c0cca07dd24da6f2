import { availableParallelism } from 'node:os';
import { discoverInLines } from '../../engine/discover-in-texts.js';
import { DEFAULT_WORKERS } from '../../engine/worker-pool.js';
import { UserError } from '../../errors.js';
import type { NewWord, Profile } from '../../model/new-word.js';
import type { PartDifference, PartHead } from '../../model/part.js';
import { loadVocabulary, type VocabularyFiles } from '../../project/load-vocabulary.js';
import { bytesOfPart, linesOfPart, type PartFile, rangesOfPart, readPart } from '../../sources/read-part.js';
import { openChoice, unwantedWords } from '../discover-filter.js';
import { addStatistics } from '../terms-filter.js';
import { mergeFlags, type PartFlags, showFlag } from './part-flags.js';

/** What is merged, and how. */
export interface MergeRequest {
  /** All parts of one corpus, in any order. */
  readonly files: readonly string[];
  /** Flags of the command that made the parts, in the place of those that these were made with. */
  readonly flags: PartFlags;
  /** Child processes that count and score; the result does not depend on it. */
  readonly workers?: number | undefined;
}

/** What the parts together give: what the command itself would, in the form that it was asked for. */
export type MergedParts = { readonly unreadFiles: number } & (
  | { readonly command: 'discover'; readonly format: 'tsv' | 'jsonl'; readonly words: AsyncIterable<NewWord> }
  | { readonly command: 'terms'; readonly lines: AsyncIterable<string> }
  | { readonly command: 'keywords' | 'code'; readonly rows: AsyncIterable<unknown> }
);

/** Bytes of lines that one child process reads at a time. */
const RANGE_BYTES = 2_000_000;

const HAN_CHARACTER = /\p{Script=Han}/u;

/**
 * Checks parts against their receipts and against each other, and makes of them what the command makes of all files.
 * @throws UserError parts/not-a-part, parts/cut, parts/altered, parts/doubled, parts/missing, parts/foreign,
 *   parts/not-an-option, parts/other-option, parts/doubled-case, discover/no-han
 */
export async function mergeParts({ files, flags, workers }: MergeRequest): Promise<MergedParts> {
  const parts = await readParts(files);
  const [first] = parts as [PartFile];
  const options = await mergeFlags(first.head, flags, first.path);
  const unreadFiles = parts.reduce((sum, { receipt }) => sum + receipt.unreadFiles, 0);
  const { command } = first.head;
  if (command === 'discover') {
    const words = discoverInParts(parts, options, flags, workers);
    return { command, unreadFiles, format: options['format'] as 'tsv' | 'jsonl', words };
  }
  if (command === 'terms') {
    return {
      command,
      unreadFiles,
      lines: addStatistics(parts.map((part) => ({ path: part.path, chunks: bytesOfPart(part) }))),
    };
  }
  if (command === 'code') await requireDistinctIds(parts);
  return { command, unreadFiles, rows: rowsOf(parts) };
}

/** The parts in their order, each of which must be there once. */
async function readParts(files: readonly string[]): Promise<PartFile[]> {
  const parts: PartFile[] = [];
  for (const file of files) {
    const part = await readPart(file);
    const [first] = parts;
    if (first) requireAlike(part, first);
    const same = parts.find(({ head }) => head.part === part.head.part);
    if (same) {
      const { part: number, of } = part.head;
      throw new UserError('parts/doubled', { path: file, first: same.path, part: number, of });
    }
    parts.push(part);
  }
  const of = parts[0]?.head.of ?? 0;
  const given = new Set(parts.map(({ head }) => head.part));
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((number) => !given.has(number));
  if (missing.length > 0) throw new UserError('parts/missing', { missing, of });
  return parts.sort((a, b) => a.head.part - b.head.part);
}

function requireAlike(part: PartFile, first: PartFile): void {
  for (const [what, show] of Object.entries(SHOWN) as [PartDifference, Shown][]) {
    const [found, wanted] = [show(part.head, first.head), show(first.head, part.head)];
    if (found !== wanted) {
      throw new UserError('parts/foreign', { path: part.path, first: first.path, what, found, wanted });
    }
  }
}

type Shown = (head: PartHead, other: PartHead) => string;

/** What must be the same of all parts, as it is shown; of options those that are not the same. */
const SHOWN: Readonly<Record<PartDifference, Shown>> = {
  command: ({ command }) => command,
  toolVersion: ({ toolVersion }) => toolVersion,
  dictionary: ({ dictionary }) => dictionary.slice(0, 12),
  corpus: ({ corpus }) => `${corpus.files}/${corpus.bytes}/${corpus.sha256.slice(0, 12)}`,
  of: ({ of }) => String(of),
  options: ({ options }, other) =>
    Object.keys(options)
      .filter((name) => options[name] !== other.options[name])
      .map((name) => showFlag(name, options[name]))
      .join(' '),
};

async function* discoverInParts(
  parts: readonly PartFile[],
  options: PartHead['options'],
  flags: VocabularyFiles,
  workers = DEFAULT_WORKERS,
): AsyncGenerator<NewWord> {
  const isVocabularyGiven = [flags.userWords, flags.stopWords, flags.rejectWords].some(Boolean);
  const recorded = new Set((parts[0] as PartFile).head.unwanted);
  const unwanted = isVocabularyGiven ? unwantedWords(loadVocabulary(flags)) : recorded;
  const choose = openChoice(unwanted, options['top'] === null ? undefined : Number(options['top']));
  const lines = async function* () {
    for (const part of parts) {
      for await (const range of rangesOfPart(part, RANGE_BYTES)) yield { path: part.path, ...range };
    }
  };
  const words = await discoverInLines(
    lines(),
    {
      profile: options['profile'] as Profile,
      minFrequency: Number(options['minFrequency']),
      maxLength: Number(options['maxLength']),
    },
    { workers: Math.min(workers, availableParallelism()) },
  );
  let found = false;
  for (const word of choose(words)) {
    found = true;
    yield word;
  }
  if (!found && !(await haveHan(parts))) {
    throw new UserError('discover/no-han', { source: parts.map(({ path }) => path).join(' ') });
  }
}

async function haveHan(parts: readonly PartFile[]): Promise<boolean> {
  for (const part of parts) {
    for await (const lines of linesOfPart(part))
      if (lines.some((line) => HAN_CHARACTER.test(line))) return true;
  }
  return false;
}

async function* rowsOf(parts: readonly PartFile[]): AsyncGenerator<unknown> {
  for (const part of parts) {
    for await (const lines of linesOfPart(part)) for (const line of lines) yield JSON.parse(line);
  }
}

/** Whoever coded a part could not see the cases of the others. */
async function requireDistinctIds(parts: readonly PartFile[]): Promise<void> {
  const met = new Set<string>();
  for await (const row of rowsOf(parts)) {
    const { id } = row as { readonly id: string };
    if (met.has(id)) throw new UserError('parts/doubled-case', { id });
    met.add(id);
  }
}
