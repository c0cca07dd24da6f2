import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../errors.js';

/** What the file system and SQLite call a place that may not be written. */
const READ_ONLY = /^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_PERM)/;
const DISK_FULL = /^(ENOSPC|EDQUOT|SQLITE_FULL)/;
/** What a full quota or a limit of the size of files does, too. */
const UNWRITTEN = /^SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE|SHMSIZE|SHMOPEN|SHMMAP)$/;
const BUSY = /^SQLITE_(BUSY|LOCKED|PROTOCOL)/;
const DAMAGED = /^SQLITE_(NOTADB|CORRUPT)/;
const CANNOT_OPEN = /^SQLITE_CANTOPEN/;
const SURROUNDINGS = /^(E[A-Z]+$|SQLITE_(CANTOPEN|IOERR|NOMEM|NOLFS))/;

/**
 * The `store/…` error for what the disk or another process did to a project file; anything else comes back
 * as it was, since a broken constraint or statement is our own bug.
 */
export function storeError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (DISK_FULL.test(code)) return new UserError('store/disk-full', { path });
  if (READ_ONLY.test(code)) return new UserError('store/read-only', { path });
  if (BUSY.test(code)) return new UserError('store/busy', { path });
  if (UNWRITTEN.test(code)) return new UserError('store/cannot-write', { path, reason: error.message });
  if (DAMAGED.test(code)) return new UserError('store/damaged', { path, reason: error.message });
  if (CANNOT_OPEN.test(code) && hasJournal(path))
    return new UserError('store/unread-journal', { path, reason: error.message });
  if (SURROUNDINGS.test(code)) return new UserError('store/cannot-open', { path, reason: error.message });
  return error;
}

/** Whether changes were left beside the file by a process that did not end well. */
function hasJournal(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Opens SQLite on a file; without the compiled addon `segment/addon-missing` says so. */
export function openSqlite(path: string, options: Database.Options): Database.Database {
  try {
    // Resolved, because a bare ":memory:" is no file to SQLite.
    return new Database(resolve(path), options);
  } catch (error) {
    const isKnown = error instanceof Database.SqliteError || error instanceof TypeError;
    if (isKnown || !(error instanceof Error)) throw error;
    const problem = error.message.split('\n')[0] ?? '';
    throw new UserError('segment/addon-missing', { addon: 'better-sqlite3', problem });
  }
}
