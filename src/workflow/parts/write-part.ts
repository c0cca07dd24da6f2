import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { segmentToLines } from '../../engine/segment-to-lines.js';
import { openSpillFolder } from '../../engine/spill.js';
import { textsOfFiles } from '../../engine/texts-of-files.js';
import { DEFAULT_WORKERS } from '../../engine/worker-pool.js';
import { UserError } from '../../errors.js';
import { formatPartHead, formatReceipt } from '../../formats/part-lines.js';
import type { PartCommand, PartHead, PartReceipt } from '../../model/part.js';
import type { Share } from '../../model/share.js';
import { loadVocabulary } from '../../project/load-vocabulary.js';
import { systemReason } from '../../sources/read-bytes.js';
import { openCaseReader, type UnreadPart } from '../../sources/read-case-file.js';
import { isPart } from '../../sources/read-part.js';
import { openShare, type ReadySlice, readSlice } from '../../sources/read-share.js';
import type { ReadCase } from '../../sources/stream-case-file.js';
import { STANDARD_INPUT } from '../../sources/text-lines.js';
import { readToolVersion } from '../../sources/tool-version.js';
import { dictionaryHash } from '../../stages/segment/jieba.js';
import { removeLeftFolders } from '../../temporary-folder.js';
import { codeFiles } from '../code-files.js';
import { unwantedWords } from '../discover-filter.js';
import { keywordsOfLines, type WordCountOptions } from '../keywords-filter.js';
import { termsOfCases, wordsOfFiles } from '../terms-filter.js';
import { makeFolder } from '../write-files.js';
import { type PartFlags, recordFlags } from './part-flags.js';

/** Which part of which work is to be done, and where it is to be written. */
export interface PartRequest {
  readonly command: PartCommand;
  readonly share: Share;
  /** The files and folders of the whole corpus, the same for every part. */
  readonly paths: readonly string[];
  /** A name that ends in `.part`. */
  readonly out: string;
  readonly flags: PartFlags;
  /** Child processes that segment; the part does not depend on it. */
  readonly workers?: number | undefined;
  /** Told what of the files was not read. */
  readonly onUnread?: ((parts: readonly UnreadPart[]) => void) | undefined;
}

/** A part that was written, with its receipt. */
export interface WrittenPart extends PartReceipt, Share {
  readonly file: string;
  /** In hex, as the part's last line has it. */
  readonly sha256: string;
}

/** What is asked of a work in parts: lines one after the other, and how many cases they are of. */
interface PartWork {
  readonly lines: AsyncIterable<string>;
  readonly cases: () => number;
}

/** Bytes that are written together. */
const AT_ONCE = 1 << 20;

/**
 * Does the work of a command on one part of a corpus, and writes what it makes as a file that is there whole or not at all.
 * A part that is there already is replaced; the same work gives the same bytes.
 * @throws UserError parts/bad-name, parts/standard-input, parts/not-overwritten, parts/not-an-option, files/cannot-write;
 *   those of the command
 */
export async function writePart(request: PartRequest): Promise<WrittenPart> {
  const { command, share, paths, out, flags } = request;
  if (!/\.part$/i.test(out)) throw new UserError('parts/bad-name', { path: out });
  if (paths.includes(STANDARD_INPUT)) throw new UserError('parts/standard-input', {});
  if (existsSync(out) && !isPart(out)) throw new UserError('parts/not-overwritten', { path: out });
  const options = await recordFlags(command, flags);
  const unwanted = command === 'discover' ? [...unwantedWords(loadVocabulary(flags))] : [];
  // First of all: later it would come back where it was removed because nobody waits for parts any more.
  writing(out, () => makeFolder(dirname(resolve(out))));
  const { slices, corpus } = await openShare(paths, share);
  const head: PartHead = {
    command,
    ...share,
    toolVersion: readToolVersion(),
    dictionary: dictionaryHash(),
    corpus,
    options,
    ...(unwanted.length > 0 ? { unwanted } : {}),
  };
  let unreadFiles = 0;
  const onUnread = (unread: readonly UnreadPart[]) => {
    unreadFiles = new Set(unread.map(({ source }) => source)).size;
    request.onUnread?.(unread);
  };
  const work = WORK[command]({ ...request, onUnread }, slices);
  return { file: out, ...share, ...(await writeWhole(out, head, work, () => unreadFiles)) };
}

const WORK: Readonly<Record<PartCommand, (request: PartRequest, slices: readonly ReadySlice[]) => PartWork>> =
  {
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
  onUnread: PartRequest['onUnread'],
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

/** Writes a part beside its place, and puts it there when it is whole. */
async function writeWhole(
  out: string,
  head: PartHead,
  { lines, cases }: PartWork,
  unreadFiles: () => number,
): Promise<PartReceipt & { readonly sha256: string }> {
  const within = dirname(resolve(out));
  removeLeftFolders(within);
  const { folder, close } = openSpillFolder(within);
  try {
    const path = join(folder, 'unfinished.part');
    const file = openPartFile(out, path);
    try {
      file.add(formatPartHead(head));
      const before = file.written();
      for await (const some of lines) file.add(some);
      const body = file.written();
      const receipt: PartReceipt = {
        lines: body.lines - before.lines,
        bytes: body.bytes - before.bytes,
        cases: cases(),
        unreadFiles: unreadFiles(),
      };
      file.add(formatReceipt(receipt));
      const sha256 = file.sha256();
      file.add(`${sha256}\n`);
      file.finish();
      writing(out, () => renameSync(path, out));
      return { ...receipt, sha256 };
    } finally {
      file.close();
    }
  } finally {
    close();
  }
}

function openPartFile(out: string, path: string) {
  const hash = createHash('sha256');
  const handle = writing(out, () => openSync(path, 'w'));
  let waiting = '';
  let bytes = 0;
  let lines = 0;
  const flush = () => {
    const chunk = Buffer.from(waiting);
    waiting = '';
    writing(out, () => writeFileSync(handle, chunk));
    hash.update(chunk);
    bytes += chunk.length;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, end + 1)) lines += 1;
  };
  return {
    add: (text: string) => {
      waiting += text;
      if (waiting.length >= AT_ONCE) flush();
    },
    written: () => {
      flush();
      return { bytes, lines };
    },
    sha256: () => {
      flush();
      return hash.copy().digest('hex');
    },
    finish: () => {
      flush();
      writing(out, () => fsyncSync(handle));
    },
    close: () => closeSync(handle),
  };
}

function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new UserError('files/cannot-write', { path, reason: systemReason(error) });
  }
}
