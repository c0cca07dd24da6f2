import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../../errors.js';
import type { PartCommand, PartHead, PartReceipt } from '../../model/part.js';
import type { Share } from '../../model/share.js';
import { loadVocabulary } from '../../project/load-vocabulary.js';
import { systemReason } from '../../sources/read-bytes.js';
import type { UnreadPart } from '../../sources/read-case-file.js';
import { isPart } from '../../sources/read-part.js';
import { openShare } from '../../sources/read-share.js';
import { STANDARD_INPUT } from '../../sources/text-lines.js';
import { readToolVersion } from '../../sources/tool-version.js';
import { dictionaryHash } from '../../stages/segment/jieba.js';
import { unwantedWords } from '../discover-filter.js';
import { makeFolder } from '../write-files.js';
import { recordFlags } from './part-flags.js';
import { PART_WORK, type PartInput } from './part-work.js';
import { writePartFile } from './write-part-file.js';

/** Which part of which work is to be done, and where it is to be written. */
export interface PartRequest extends PartInput {
  readonly command: PartCommand;
  readonly share: Share;
  /** A name that ends in `.part`. */
  readonly out: string;
}

/** A part that was written, with its receipt. */
export interface WrittenPart extends PartReceipt, Share {
  readonly file: string;
  /** In hex, as the part's last line has it. */
  readonly sha256: string;
}

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
  requireFolder(out);
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
  const work = PART_WORK[command]({ ...request, onUnread }, slices);
  return { file: out, ...share, ...(await writePartFile(out, head, work, () => unreadFiles)) };
}

function requireFolder(out: string): void {
  try {
    makeFolder(dirname(resolve(out)));
  } catch (error) {
    throw new UserError('files/cannot-write', { path: out, reason: systemReason(error) });
  }
}
