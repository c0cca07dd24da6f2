import type Database from 'better-sqlite3';
import { UserError } from '../errors.js';
import { isOutdated, migrate } from './migrate.js';
import {
  APPLICATION_ID,
  createEmptyFile,
  probeProjectFile,
  removeProjectFile,
  requireWritable,
} from './project-file.js';
import { intoMemory, openSqlite, storeError } from './sqlite-error.js';
import { Store } from './store.js';

/** `create` also makes the file when there is none; `read` never changes it. */
export type StoreMode = 'create' | 'write' | 'read';

const BUSY_MILLISECONDS = 5000;

/**
 * Opens a project file. Fails with `store/missing-database`, `store/not-a-project`, `store/newer-version`,
 * `store/read-only`, `store/disk-full`, `store/busy` or `store/cannot-open`; a file that is not ours is
 * never changed, and a file that could not be filled is removed again.
 */
export function openStore(path: string, { mode }: { mode: StoreMode }): Store {
  try {
    const found = probeProjectFile(path);
    if (found === 'missing' && mode === 'create') return createStore(path);
    if (found === 'missing') throw new UserError('store/missing-database', { path });
    if (found === 'foreign' || (found === 'empty' && mode !== 'create')) throw notAProject(path);
    if (mode !== 'read') requireWritable(path);
    return connect(path, mode, false);
  } catch (error) {
    throw storeError(error, path);
  }
}

function createStore(path: string): Store {
  createEmptyFile(path);
  try {
    return connect(path, 'create', true);
  } catch (error) {
    removeProjectFile(path);
    throw error;
  }
}

function connect(path: string, mode: StoreMode, isNew: boolean): Store {
  const found = openSqlite(path, {
    readonly: mode === 'read',
    fileMustExist: true,
    timeout: BUSY_MILLISECONDS,
  });
  // Reading never changes a file, so an outdated one is brought up to date in memory.
  const database = mode === 'read' && isProject(found) && isOutdated(found) ? intoMemory(found) : found;
  try {
    // The bytes looked like a project, but a journal left by a crash may say that it never became one.
    if (mode !== 'create' && !isProject(database)) throw notAProject(path);
    database.pragma('trusted_schema = OFF');
    database.pragma('foreign_keys = ON');
    database.pragma('synchronous = FULL');
    migrate(database, path);
    if (mode !== 'read') database.pragma('journal_mode = WAL');
    return new Store(path, database, isNew);
  } catch (error) {
    database.close();
    throw error;
  }
}

function isProject(database: Database.Database): boolean {
  return database.pragma('application_id', { simple: true }) === APPLICATION_ID;
}

function notAProject(path: string): UserError {
  return new UserError('store/not-a-project', { path });
}
