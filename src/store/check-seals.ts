import type Database from 'better-sqlite3';
import type { Fault } from '../model/verification.js';
import { CASE_OF_ROW } from './case-of-row.js';
import { keysIn, rowHasher, type SealedTable, type SealKey, sealedTables } from './sealed-rows.js';
import { openSqlite, storeError } from './sqlite-error.js';

/**
 * Compares the rows of a project file, as they lie there, with their seals, and yields after each table what differs.
 * Returns how many seals there are; none in a file that an earlier version wrote.
 */
export function* checkSeals(path: string): Generator<readonly Fault[], number> {
  const database = openSqlite(path, { readonly: true, fileMustExist: true });
  try {
    database.exec('BEGIN');
    const hasSeals = `SELECT 1 FROM sqlite_schema WHERE name = 'seal'`;
    if (database.prepare(hasSeals).get() === undefined) return 0;
    for (const table of sealedTables(database)) yield* checkTable(database, table);
    return database.prepare<[], number>('SELECT count(*) FROM seal').pluck().get() ?? 0;
  } catch (error) {
    throw storeError(error, path);
  } finally {
    database.close();
  }
}

/** How many seals are compared before somebody may interrupt. */
const AT_ONCE = 500;

function* checkTable(database: Database.Database, named: SealedTable): Generator<readonly Fault[]> {
  const seals = new Map(
    database
      .prepare<[string], [string, string]>('SELECT key, hash FROM seal WHERE table_name = ?')
      .raw()
      .all(named.name),
  );
  const table = asSealed(named, seals.keys().next().value);
  const hashRows = rowHasher(database, table);
  let faults: Fault[] = [];
  for (const [at, key] of keysIn(database, table).entries()) {
    const written = JSON.stringify(key);
    const seal = seals.get(written);
    seals.delete(written);
    if (hashRows(key) !== seal) {
      const kind = seal === undefined ? 'rows-added' : 'rows-changed';
      faults.push({ kind, table: table.name, at: placeOf(database, table, key) });
    }
    if (at % AT_ONCE === 0) {
      yield faults;
      faults = [];
    }
  }
  for (const written of seals.keys()) {
    faults.push({ kind: 'rows-gone', table: table.name, at: goneFrom(database, table, written) });
  }
  yield faults;
}

/** A table as it is sealed in a file: an earlier version may have put more rows together, by fewer parts of the key. */
function asSealed(table: SealedTable, written: string | undefined): SealedTable {
  try {
    const parts = (JSON.parse(written ?? '') as SealKey).length;
    return { ...table, by: table.by.slice(0, parts) };
  } catch {
    return table;
  }
}

/** Where the rows of a seal without rows were; the seal itself may have been altered. */
function goneFrom(database: Database.Database, table: SealedTable, written: string): Fault['at'] {
  try {
    return placeOf(database, table, JSON.parse(written) as SealKey);
  } catch {
    return { seal: written };
  }
}

function placeOf(database: Database.Database, { by }: SealedTable, key: SealKey): Fault['at'] {
  return Object.fromEntries(
    by.map(({ column, width }, at) => {
      const value = key[at] as string | number;
      if (width !== undefined) {
        return [column, `${Number(value) * width}–${(Number(value) + 1) * width - 1}`];
      }
      const sql = CASE_OF_ROW[column];
      const name = sql && database.prepare<[unknown], string>(sql).pluck().get(value);
      return name === undefined ? [column, String(value)] : ['case', name];
    }),
  );
}
