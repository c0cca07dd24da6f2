import { readdirSync, readFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { UserError } from '../errors.js';
import { APPLICATION_ID } from './project-file.js';

const FOLDER = new URL('./migrations/', import.meta.url);

/** The migrations in order; the n-th leads to version n. */
function migrationFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort();
}

/** Whether a project is of an earlier version than this program's. */
export function isOutdated(database: Database.Database): boolean {
  return (database.pragma('user_version', { simple: true }) as number) < migrationFiles().length;
}

/** Brings a project to the version of this program, in one transaction; fails when it is newer. */
export function migrate(database: Database.Database, path: string): void {
  const files = migrationFiles();
  const found = database.pragma('user_version', { simple: true }) as number;
  if (found > files.length) throw new UserError('store/newer-version', { path, found, known: files.length });
  if (found === files.length) return;
  database
    .transaction(() => {
      database.pragma(`application_id = ${APPLICATION_ID}`);
      for (const name of files.slice(found)) database.exec(readFileSync(new URL(name, FOLDER), 'utf8'));
      database.pragma(`user_version = ${files.length}`);
    })
    .immediate();
}
