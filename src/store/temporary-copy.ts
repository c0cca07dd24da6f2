import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { makeTemporaryFolder } from '../temporary-folder.js';
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
  let folder = tmpdir();
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    folder = makeTemporaryFolder(folder);
    process.once('exit', remove);
    const path = join(folder, 'zhagen.db');
    database.prepare('VACUUM INTO ?').run(path);
    return { path, remove };
  } catch (error) {
    if (folder !== tmpdir()) remove();
    throw storeError(error, folder);
  }
}
