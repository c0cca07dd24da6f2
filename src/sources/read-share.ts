import { createHash } from 'node:crypto';
import { UserError } from '../errors.js';
import type { CorpusDigest, Share } from '../model/share.js';
import { type FoundFile, findFiles, sizeOf } from './find-files.js';
import { type ListedFile, planShare, type Slice } from './plan-share.js';
import type { CaseReader } from './read-case-file.js';
import { type ScannedFile, scanFile } from './scan-file.js';
import { beginsAsUtf8, type FileLines, formatOf, type ReadCase } from './stream-case-file.js';

/** A slice of a file, ready to be read. */
export type ReadySlice = { readonly found: FoundFile } & (
  | { readonly kind: 'whole' }
  | { readonly kind: 'lines'; readonly lines: FileLines }
  | { readonly kind: 'rows'; readonly index: number; readonly of: number }
);

/** What one part of a corpus has of its files, and what tells the corpus from others. */
export interface OpenedShare {
  readonly slices: readonly ReadySlice[];
  readonly corpus: CorpusDigest;
}

/** Files that are read into rows, between which they may be cut. */
const ROWS = /^(?:csv|tsv|xls[xm]?|ods|json|jsonl)$/;

/** What parts are written to: never a part of a corpus, though it may lie beside it. */
const PART = /\.part$/i;

/**
 * Finds what belongs to a share of the files under some paths. All files are read once, for their digest: the other parts
 * must be of the same.
 * @throws UserError import/missing-path, import/nothing-to-import, import/unreadable, import/changed-file
 */
export async function openShare(paths: readonly string[], share: Share): Promise<OpenedShare> {
  const found = listCorpus(paths);
  const listed: ListedFile[] = [];
  for (const one of found) listed.push({ found: one, bytes: sizeOf(one), cuts: await cutsOf(one) });
  const slices = new Map(planShare(listed, share).map((slice) => [slice.found, slice]));
  const hash = createHash('sha256');
  const ready: ReadySlice[] = [];
  for (const { found: one, bytes } of listed) {
    const slice = slices.get(one);
    const scanned = await scanFile(one, slice?.kind === 'lines' ? [slice.from, slice.to] : []);
    hash.update(`${one.source.normalize('NFC')}\0${bytes}\0${scanned.sha256}\n`);
    if (slice) ready.push(readySlice(slice, scanned));
  }
  const bytes = listed.reduce((sum, one) => sum + one.bytes, 0);
  return { slices: ready, corpus: { files: listed.length, bytes, sha256: hash.digest('hex') } };
}

/**
 * The files under some paths, in the order of their names, without parts of a corpus that lie beside them.
 * @throws UserError import/missing-path, import/nothing-to-import
 */
export function listCorpus(paths: readonly string[]): FoundFile[] {
  const files = findFiles(paths).filter(({ source }) => !PART.test(source));
  if (files.length === 0) throw new UserError('import/nothing-to-import', { path: paths.join(' ') });
  return files;
}

/** All of the files under some paths, as one share has them that is the only one. */
export function wholeFiles(paths: readonly string[]): ReadySlice[] {
  return paths.length === 0 ? [] : listCorpus(paths).map((found) => ({ found, kind: 'whole' }));
}

/** The cases of a slice, in the order of the file. */
export async function* readSlice(reader: CaseReader, slice: ReadySlice): AsyncGenerator<ReadCase> {
  if (slice.kind === 'lines') yield* reader.readLines(slice.found, slice.lines);
  else if (slice.kind === 'whole') yield* reader.readCases(slice.found);
  else {
    const rows: ReadCase[] = [];
    for await (const row of reader.readCases(slice.found)) rows.push(row);
    const at = (index: number) => Math.floor((rows.length * index) / slice.of);
    yield* rows.slice(at(slice.index), at(slice.index + 1));
  }
}

async function cutsOf(found: FoundFile): Promise<ListedFile['cuts']> {
  const format = formatOf(found.source);
  if (format === 'jsonl' && !found.isLink && (await beginsAsUtf8(found))) return 'lines';
  return ROWS.test(format) ? 'rows' : 'nowhere';
}

function readySlice(slice: Slice, { sha256, starts }: ScannedFile): ReadySlice {
  if (slice.kind !== 'lines') return slice;
  const [begin, end] = starts;
  if (!begin || !end) throw new Error('a slice of lines has a begin and an end');
  const lines = { from: begin.offset, to: end.offset, linesBefore: begin.linesBefore, sha256 };
  return { found: slice.found, kind: 'lines', lines };
}
