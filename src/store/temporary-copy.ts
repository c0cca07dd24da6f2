import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { openTemporaryFolder, type TemporaryFolder } from '../temporary-folder.js';
import { storeError } from './sqlite-error.js';

/** A copy of a project in a folder of its own. */
export interface TemporaryCopy {
  readonly path: string;
  /** Removes the folder, which is gone at the latest with this process. */
  readonly remove: () => void;
}

/**
 * Copies an open project on disk, as one whole file, page by page: it may be larger than memory.
 * @throws UserError store/disk-full, store/read-only, store/cannot-open: those of the temporary folder
 */
export function copyToTemporaryFolder(database: Database.Database): TemporaryCopy {
  let temporary: TemporaryFolder | undefined;
  try {
    temporary = openTemporaryFolder(tmpdir());
    const path = join(temporary.folder, 'zhagen.db');
    database.prepare('VACUUM INTO ?').run(path);
    return { path, remove: temporary.close };
  } catch (error) {
    temporary?.close();
    throw storeError(error, temporary?.folder ?? tmpdir());
  }
}
