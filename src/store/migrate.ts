import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { UserError } from '../errors.js';
import { PROGRAM } from '../paths.js';
import { APPLICATION_ID } from './project-file.js';

const FOLDER = new URL('store/migrations/', PROGRAM);
const DIGITS = 4;

/** The migrations in order; the n-th leads to version n. A missing or doubled one is a broken installation. */
function migrationFiles(): string[] {
  const files = readdirSync(FOLDER)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort();
  for (const [at, name] of files.entries()) {
    if (Number(name.slice(0, DIGITS)) !== at + 1)
      throw new Error(`no migration to version ${at + 1}, but ${name}`);
  }
  return files;
}

/** The version of a project, and that of this program. */
export interface SchemaVersions {
  readonly found: number;
  readonly known: number;
}

/**
 * Reads the version of a project.
 * @throws UserError store/newer-version
 */
export function readVersions(database: Database.Database, path: string): SchemaVersions {
  const versions = { found: versionOf(database), known: migrationFiles().length };
  if (versions.found > versions.known) throw new UserError('store/newer-version', { path, ...versions });
  return versions;
}

/**
 * Brings a project to the version of this program, or to an earlier one, in one transaction, and then does what `afterwards`
 * does in the same one.
 * @throws UserError store/newer-version
 */
export function migrate(
  database: Database.Database,
  path: string,
  afterwards = () => {},
  upTo = Number.POSITIVE_INFINITY,
): void {
  const { found, known } = readVersions(database, path);
  if (found === known) return;
  const files = migrationFiles().slice(0, upTo);
  database
    .transaction(() => {
      // Read again under the lock: another process may have brought the project to any version meanwhile.
      const { found } = readVersions(database, path);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.function('sha256', { deterministic: true }, sha256);
      for (const name of files.slice(found)) database.exec(readFileSync(new URL(name, FOLDER), 'utf8'));
      database.pragma(`user_version = ${files.length}`);
      afterwards();
    })
    .immediate();
}

function sha256(text: unknown): string {
  return createHash('sha256').update(String(text)).digest('hex');
}

function versionOf(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}
