import type Database from 'better-sqlite3';
import { keySql, keysIn, rowHasher, type SealedTable, type SealKey, sealedTables } from './sealed-rows.js';

/**
 * Has a connection note which rows it writes: triggers of its own, which no other program has, so that what is written
 * by other means keeps the seal of what was there before. Returns what seals these rows, to be called before a commit.
 */
export function sealWhatIsWritten(database: Database.Database): () => void {
  const tables = sealedTables(database);
  // A row that another one replaces is noted as removed, too.
  database.pragma('recursive_triggers = ON');
  // A key has three parts at most.
  database.exec(`CREATE TEMP TABLE unsealed (table_no INTEGER, one, two, three, PRIMARY KEY (table_no, one, two, three))
    WITHOUT ROWID;
    ${tables.map((table, number) => triggersOf(table, number)).join('\n')}`);
  const written = database
    .prepare<[], [number, ...(string | number)[]]>('SELECT table_no, one, two, three FROM temp.unsealed')
    .raw();
  const forget = database.prepare('DELETE FROM temp.unsealed');
  const seal = sealer(database);
  return () => {
    const rows = written.all();
    if (rows.length === 0) return;
    for (const [number, ...key] of rows) {
      const table = tables[number] as SealedTable;
      seal(table, key.slice(0, table.by.length));
    }
    forget.run();
  };
}

/** Seals all rows as they are: those of a file that came from an earlier version. */
export function sealAll(database: Database.Database): void {
  database.exec('DELETE FROM main.seal');
  const seal = sealer(database);
  for (const table of sealedTables(database)) {
    for (const key of keysIn(database, table)) seal(table, key);
  }
}

function sealer(database: Database.Database): (table: SealedTable, key: SealKey) => void {
  const put = database.prepare('INSERT OR REPLACE INTO main.seal VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM main.seal WHERE table_name = ? AND key = ?');
  const hashers = new Map<SealedTable, ReturnType<typeof rowHasher>>();
  return (table, key) => {
    const hashRows = hashers.get(table) ?? rowHasher(database, table);
    hashers.set(table, hashRows);
    const hash = hashRows(key);
    if (hash === null) remove.run(table.name, JSON.stringify(key));
    else put.run(table.name, JSON.stringify(key), hash);
  };
}

function triggersOf({ name, by }: SealedTable, number: number): string {
  const note = (row: string) => {
    const [one = `''`, two = `''`, three = `''`] = by.map((part) => keySql(part, `${row}.`));
    // No OR IGNORE: the statement that fires the trigger may say what happens at a conflict, and goes first.
    return `INSERT INTO unsealed SELECT ${number}, ${one}, ${two}, ${three} WHERE NOT EXISTS (
      SELECT 1 FROM unsealed WHERE table_no = ${number} AND one = ${one} AND two = ${two} AND three = ${three});`;
  };
  return `CREATE TEMP TRIGGER seal_added_${name} AFTER INSERT ON main.${name} BEGIN ${note('NEW')} END;
    CREATE TEMP TRIGGER seal_removed_${name} AFTER DELETE ON main.${name} BEGIN ${note('OLD')} END;
    CREATE TEMP TRIGGER seal_changed_${name} AFTER UPDATE ON main.${name} BEGIN ${note('OLD')} ${note('NEW')} END;`;
}
