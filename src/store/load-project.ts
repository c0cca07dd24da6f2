import type Database from 'better-sqlite3';
import { UserError } from '../errors.js';
import { migrate } from './migrate.js';
import { removeProjectFile } from './project-file.js';
import type { StoredColumn, StoredTable } from './project-records.js';
import { storedTables } from './project-records.js';
import { sealAll } from './seals.js';
import { openSqlite, storeError } from './sqlite-error.js';
import { type Cell, Store } from './store.js';

/** A row of a table, its values by column. */
export interface ProjectRecord {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
  /** Where the file has it, for messages. */
  readonly line: number;
}

/** Why a record cannot be one of a project. */
interface BadRecord {
  readonly table: string;
  readonly line: number;
}

/** Thrown for a record that no project has. */
export class BadRecordError extends Error {
  constructor(readonly record: BadRecord) {
    super(`${record.table}:${record.line}`);
  }
}

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

const TRIGGERS = `SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY name`;

/**
 * Fills a new project file of a version of the tables with rows as another file has them, all or none. Returns how many.
 * @throws BadRecordError; UserError store/…
 */
export function loadProject(path: string, schemaVersion: number, records: Iterable<ProjectRecord>): number {
  const database = openSqlite(path, {});
  try {
    migrate(database, path, () => {}, schemaVersion);
    const known = database.pragma('user_version', { simple: true }) as number;
    if (known < schemaVersion)
      throw new UserError('store/newer-version', { path, found: schemaVersion, known });
    // Rows come table by table, not in the order in which they refer to each other: all is checked at the end.
    database.pragma('foreign_keys = OFF');
    return database.transaction(() => {
      const tables = storedTables(new Store(path, database, {}));
      // What triggers would write is among the rows.
      const triggers = database.prepare<[], Trigger>(TRIGGERS).all();
      for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
      for (const { name } of tables) database.exec(`DELETE FROM ${name}`);
      const rows = insertAll(database, tables, records);
      for (const { sql } of triggers) database.exec(sql);
      const [broken] = database.pragma('foreign_key_check') as { table: string }[];
      if (broken) throw new BadRecordError({ table: broken.table, line: 0 });
      const isSealed = database.prepare('SELECT 1 FROM seal LIMIT 1').get() !== undefined;
      if (!isSealed) sealAll(database);
      return rows;
    })();
  } catch (error) {
    database.close();
    removeProjectFile(path);
    throw storeError(error, path);
  } finally {
    database.close();
  }
}

function insertAll(
  database: Database.Database,
  tables: readonly StoredTable[],
  records: Iterable<ProjectRecord>,
): number {
  const inserts = new Map(
    tables.map(({ name, columns }) => {
      const places = columns.map(() => '?').join();
      return [
        name,
        { columns, statement: database.prepare<Cell[]>(`INSERT INTO ${name} VALUES (${places})`) },
      ];
    }),
  );
  let rows = 0;
  for (const { table, row, line } of records) {
    const insert = inserts.get(table);
    if (!insert || Object.keys(row).length !== insert.columns.length)
      throw new BadRecordError({ table, line });
    const cells = insert.columns.map((column) => cellOf(column, row[column.name]));
    try {
      insert.statement.run(...(cells as Cell[]));
    } catch (error) {
      // A value that does not fit its column, or a row that is there twice.
      const isOurs =
        error instanceof Error && 'code' in error && !/CONSTRAINT|MISMATCH/.test(String(error.code));
      if (isOurs) throw error;
      throw new BadRecordError({ table, line });
    }
    rows += 1;
  }
  return rows;
}

/** A value as SQLite takes it; undefined, which it does not take, for what a column cannot hold. */
function cellOf({ type }: StoredColumn, value: unknown): Cell | undefined {
  if (value === null) return null;
  if (type === 'BLOB') return typeof value === 'string' ? Buffer.from(value, 'base64') : undefined;
  if (type === 'TEXT') return typeof value === 'string' ? value : undefined;
  return typeof value === 'number' && (type === 'REAL' || Number.isSafeInteger(value)) ? value : undefined;
}
