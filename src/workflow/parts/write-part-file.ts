import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openSpillFolder } from '../../engine/spill.js';
import { UserError } from '../../errors.js';
import { formatPartHead, formatReceipt } from '../../formats/part-lines.js';
import { renameFile } from '../../locked-files.js';
import type { PartHead, PartReceipt } from '../../model/part.js';
import { systemReason } from '../../sources/read-bytes.js';
import { removeLeftFolders } from '../../temporary-folder.js';
import type { PartWork } from './part-work.js';

/** Bytes that are written together. */
const AT_ONCE = 1 << 20;

/**
 * Writes a part beside its place, and puts it there when it is whole.
 * @throws UserError files/cannot-write
 */
export async function writePartFile(
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
      writing(out, () => renameFile(path, out));
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
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
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
      close();
    },
    close,
  };
}

function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new UserError('files/cannot-write', { path, reason: systemReason(error) });
  }
}
