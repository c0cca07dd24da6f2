import type Database from 'better-sqlite3';
import { UserError } from '../errors.js';
import { deriveMissing } from './derive-missing.js';
import { type HeldFile, holdFile } from './held-file.js';
import { migrate, readVersions, type SchemaVersions } from './migrate.js';
import {
  APPLICATION_ID,
  createEmptyFile,
  probeProjectFile,
  removeProjectFile,
  requireWritable,
} from './project-file.js';
import { sealAll, sealWhatIsWritten } from './seals.js';
import { openSqlite, storeError } from './sqlite-error.js';
import { Store } from './store.js';
import { copyToTemporaryFolder } from './temporary-copy.js';

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

/**
 * Reads the version of a project file and that of this program; the file stays as it is.
 * @throws UserError as `openStore`
 */
export function readProjectVersions(path: string): SchemaVersions {
  try {
    const found = probeProjectFile(path);
    if (found === 'missing') throw new UserError('store/missing-database', { path });
    if (found !== 'project') throw notAProject(path);
    const database = openSqlite(path, { readonly: true, fileMustExist: true, timeout: BUSY_MILLISECONDS });
    try {
      return readVersions(database, path);
    } finally {
      database.close();
    }
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
  const file = holdFile(path);
  try {
    return connectTo(file, path, mode, isNew);
  } catch (error) {
    file.release();
    throw error;
  }
}

function connectTo(file: HeldFile, path: string, mode: StoreMode, isNew: boolean): Store {
  const database = openSqlite(path, {
    readonly: mode === 'read',
    fileMustExist: true,
    timeout: BUSY_MILLISECONDS,
  });
  try {
    // The bytes looked like a project, but a journal left by a crash may say that it never became one.
    if (mode !== 'create' && !isProject(database)) throw notAProject(path);
    prepare(database);
    const versions = readVersions(database, path);
    if (mode === 'read' && versions.found < versions.known) {
      const copy = openUpdatedCopy(path, database, versions);
      file.release();
      return copy;
    }
    if (mode === 'read') return new Store(path, database, { file });
    const unsealed = new Store(path, database, {});
    migrate(database, path, () => {
      deriveMissing(unsealed);
      sealAll(database);
    });
    database.pragma('journal_mode = WAL');
    return new Store(path, database, { file, isNew, beforeCommit: sealWhatIsWritten(database) });
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Reading never changes a file, so that of an earlier version is brought up to date in a copy. */
function openUpdatedCopy(path: string, outdated: Database.Database, versions: SchemaVersions): Store {
  const copy = copyToTemporaryFolder(outdated);
  outdated.close();
  try {
    const written = openSqlite(copy.path, { fileMustExist: true });
    try {
      prepare(written);
      // Nobody misses the copy after a crash.
      written.pragma('synchronous = OFF');
      // What is derived from the texts is computed when it is read: making all of it takes longer than most readings.
      migrate(written, path);
    } finally {
      written.close();
    }
    const database = openSqlite(copy.path, { readonly: true, fileMustExist: true });
    prepare(database);
    return new Store(path, database, { copyOf: versions, afterClose: copy.remove });
  } catch (error) {
    copy.remove();
    throw storeError(error, copy.path);
  }
}

function prepare(database: Database.Database): void {
  database.pragma('trusted_schema = OFF');
  database.pragma('foreign_keys = ON');
  database.pragma('synchronous = FULL');
}

function isProject(database: Database.Database): boolean {
  return database.pragma('application_id', { simple: true }) === APPLICATION_ID;
}

function notAProject(path: string): UserError {
  return new UserError('store/not-a-project', { path });
}
