import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** A file that is read as it lies on the disk, beside what SQLite does with it. */
export interface HeldFile {
  /** Reads its first bytes, fewer where it is shorter. */
  readonly firstBytes: (length: number) => Buffer;
  readonly release: () => void;
}

const held = new Map<string, { readonly file: number; holders: number }>();

/**
 * Opens a file for reading; who holds it at the same time has the same descriptor, which the last one closes. On POSIX systems a
 * process that closes any descriptor of a file gives up all its locks on it: those of SQLite, too, without which another
 * program takes away the journal of an open project. Who opens a project holds its file until SQLite has closed it.
 */
export function holdFile(path: string): HeldFile {
  const key = keyOf(path);
  const one = held.get(key) ?? { file: openSync(path, 'r'), holders: 0 };
  held.set(key, one);
  one.holders += 1;
  return {
    firstBytes: (length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(one.file, bytes, 0, length, 0));
    },
    release: () => {
      one.holders -= 1;
      if (one.holders > 0) return;
      held.delete(key);
      closeSync(one.file);
    },
  };
}

/** What tells files apart; Windows lets nobody move one that is open, and some of its file systems change the numbers. */
function keyOf(path: string): string {
  if (process.platform === 'win32') return resolve(path);
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}:${ino}`;
}
