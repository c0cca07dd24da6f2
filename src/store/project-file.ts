import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.js';
import { removeFile } from '../locked-files.js';

/** `application_id` of a project file: "zhgn" in ASCII. */
export const APPLICATION_ID = 0x7a68676e;

const MAGIC = 'SQLite format 3\0';
const HEADER_LENGTH = 100;
const APPLICATION_ID_OFFSET = 68;

/**
 * What a path holds, told from the first bytes: SQLite itself is never let near a foreign file, because
 * opening alone can recover journals and write. A file of length 0 is `empty`.
 */
export function probeProjectFile(path: string): 'missing' | 'empty' | 'foreign' | 'project' {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 'missing';
    throw hasCode(error, 'EACCES') ? cannotOpen(path, error) : error;
  }
  try {
    const header = Buffer.alloc(HEADER_LENGTH);
    const length = readSync(file, header, 0, HEADER_LENGTH, 0);
    if (length === 0) return 'empty';
    const ours =
      header.toString('latin1', 0, MAGIC.length) === MAGIC &&
      header.readUInt32BE(APPLICATION_ID_OFFSET) === APPLICATION_ID;
    return ours ? 'project' : 'foreign';
  } catch (error) {
    if (hasCode(error, 'EISDIR')) return 'foreign';
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Fails with the system's own error when a project file or its folder (for the journal) may not be written. */
export function requireWritable(path: string): void {
  accessSync(path, constants.W_OK);
  accessSync(dirname(path), constants.W_OK);
}

/** Makes an empty file, so that the system's own error tells why it cannot be made. */
export function createEmptyFile(path: string): void {
  closeSync(openSync(path, 'wx'));
}

/**
 * Returns the number by which the file system knows the file at a path; null where there is none. Windows lets nobody move or
 * replace a file that is open, and some of its file systems change the numbers: there all files have the same one.
 */
export function fileNumber(path: string): bigint | null {
  if (process.platform === 'win32') return 0n;
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}

/** Removes a project file and its journals. */
export function removeProjectFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) removeFile(path + suffix);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function cannotOpen(path: string, error: unknown): UserError {
  return new UserError('store/cannot-open', { path, reason: error instanceof Error ? error.message : '' });
}
