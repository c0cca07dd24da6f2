import { accessSync, closeSync, constants, copyFileSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.js';
import { removeFile, renameFile } from '../locked-files.js';
import { type HeldFile, holdFile } from './held-file.js';

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
  let file: HeldFile;
  try {
    file = holdFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 'missing';
    throw hasCode(error, 'EACCES') ? cannotOpen(path, error) : error;
  }
  try {
    const header = file.firstBytes(HEADER_LENGTH);
    if (header.length === 0) return 'empty';
    const ours =
      header.length === HEADER_LENGTH &&
      header.toString('latin1', 0, MAGIC.length) === MAGIC &&
      header.readUInt32BE(APPLICATION_ID_OFFSET) === APPLICATION_ID;
    return ours ? 'project' : 'foreign';
  } catch (error) {
    if (hasCode(error, 'EISDIR')) return 'foreign';
    throw error;
  } finally {
    file.release();
  }
}

/**
 * Reads what stays as it is in the first bytes of a project file while it is open, until somebody writes another file over it:
 * that it is one of SQLite, the size of its pages, its kind of journal, its version and whose it is. A project that is closed
 * has another kind of journal.
 */
export function readLasting(file: HeldFile): string {
  const header = file.firstBytes(HEADER_LENGTH);
  return header.toString('latin1', 0, 24) + header.toString('latin1', 60, 72);
}

/** Gives what was written over an open project file a file of its own at the same path: what SQLite still writes is not in it. */
export function partFromOpenFile(path: string): void {
  const copy = `${path}.parted`;
  copyFileSync(path, copy);
  renameFile(copy, path);
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
