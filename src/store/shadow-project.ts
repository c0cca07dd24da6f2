import { openStore } from './open.js';
import { copyTable } from './shadow-tables.js';
import type { Cell, Store } from './store.js';

/** The rows of a table that are no more, by their keys, and those that are new or say something else. */
export interface TableChange {
  readonly table: string;
  readonly keys: readonly string[];
  readonly removed: readonly Cell[][];
  readonly added: readonly Cell[][];
}

/**
 * Runs `work` on a second connection to a project, as it is now, over which copies of some tables lie: what is written goes
 * into the copies. Meanwhile the project can be read and written by everybody.
 */
export async function inShadowProject<T>(
  path: string,
  tables: readonly string[],
  work: (shadow: Store) => Promise<T>,
): Promise<T> {
  const shadow = openStore(path, { mode: 'read' });
  try {
    shadow.freeze();
    for (const table of tables) copyTable(shadow, table);
    copyView(shadow, 'counted_version');
    return await work(shadow);
  } finally {
    shadow.close();
  }
}

/** What was written into the copies of some tables, to be written into the project by `writeChanges`. */
export function readChanges(shadow: Store, tables: readonly string[]): TableChange[] {
  return tables.map((table) => {
    const columns = shadow.all<{ name: string; pk: number }>(
      `SELECT name, pk FROM pragma_table_info(?, 'main') ORDER BY cid`,
      table,
    );
    const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
    return {
      table,
      keys,
      removed: [
        ...shadow.cells(
          `SELECT ${keys.join()} FROM (SELECT * FROM main.${table} EXCEPT SELECT * FROM temp.${table})`,
        ),
      ],
      added: [...shadow.cells(`SELECT * FROM temp.${table} EXCEPT SELECT * FROM main.${table}`)],
    };
  });
}

/** Writes what was written into copies; tables that others refer to come first. */
export function writeChanges(store: Store, changes: readonly TableChange[]): void {
  for (const { table, keys, removed } of changes.toReversed()) {
    const sql = `DELETE FROM ${table} WHERE ${keys.map((key) => `${key} = ?`).join(' AND ')}`;
    for (const cells of removed) store.run(sql, ...cells);
  }
  for (const { table, added } of changes) {
    const [first] = added;
    if (!first) continue;
    const sql = `INSERT INTO ${table} VALUES (${first.map(() => '?').join()})`;
    for (const cells of added) store.run(sql, ...cells);
  }
}

/** A view of the file reads the tables of the file; a copy of it reads the copies. */
function copyView(shadow: Store, view: string): void {
  const row = shadow.get<{ sql: string }>(
    `SELECT replace(sql, 'CREATE VIEW', 'CREATE TEMP VIEW') AS sql FROM main.sqlite_master WHERE name = ?`,
    view,
  );
  shadow.run(row?.sql ?? '');
}
