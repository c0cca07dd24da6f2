import { openStore } from './open.js';
import { copyTable } from './shadow-tables.js';
import type { Store } from './store.js';

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
    shadow.overlay = { written: null, times: 0 };
    for (const table of tables) copyTable(shadow, table);
    copyView(shadow, 'counted_version');
    return await work(shadow);
  } finally {
    shadow.close();
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
