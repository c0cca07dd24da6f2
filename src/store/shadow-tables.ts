import type { Store } from './store.js';

/** A temporary table goes before one of the file with the same name. It has the same keys, and no references or triggers. */
export function copyTable(store: Store, table: string): void {
  store.run(`CREATE TEMP TABLE ${table} AS SELECT * FROM main.${table}`);
  // A whole number as a key has no index of its own in the file.
  const [key] = store.all<{ column: string }>(
    `SELECT name AS "column" FROM pragma_table_info(?, 'main')
     WHERE pk > 0 AND NOT EXISTS (SELECT 1 FROM pragma_index_list(?, 'main') WHERE origin = 'pk')`,
    table,
    table,
  );
  if (key) store.run(`CREATE INDEX temp."key of ${table}" ON ${table} (${key.column})`);
  const indexes = store.all<{ name: string; isUnique: number; columns: string; made: string | null }>(
    `SELECT list.name, list."unique" AS isUnique, group_concat(info.name) AS columns,
       (SELECT sql FROM main.sqlite_schema WHERE name = list.name) AS made
     FROM pragma_index_list(?, 'main') AS list, pragma_index_info(list.name, 'main') AS info
     GROUP BY list.name ORDER BY list.name`,
    table,
  );
  for (const { name, isUnique, columns, made } of indexes) {
    const unique = isUnique ? 'UNIQUE' : '';
    store.run(
      made?.replace('INDEX ', 'INDEX temp.') ??
        `CREATE ${unique} INDEX temp."copy of ${name}" ON ${table} (${columns})`,
    );
  }
}

/** Takes copies away, if there are any. */
export function dropCopies(store: Store, tables: readonly string[]): void {
  for (const table of tables) store.run(`DROP TABLE IF EXISTS temp.${table}`);
}

/**
 * Has copies lie beside the tables of the file, where nobody reads them, until they are laid again.
 * @param stamp by which they are known to be these, as they are now: a rollback takes it back with what they say
 */
export function parkCopies(store: Store, tables: readonly string[], stamp: number): void {
  for (const table of tables) store.run(`ALTER TABLE temp.${table} RENAME TO parked_${table}`);
  store.run('CREATE TEMP TABLE IF NOT EXISTS parked (stamp INTEGER NOT NULL)');
  store.run('DELETE FROM temp.parked');
  store.run('INSERT INTO temp.parked VALUES (?)', stamp);
}

/** Whether copies are parked that have a stamp. */
export function areParked(store: Store, stamp: number): boolean {
  const isAny = store.get(`SELECT 1 FROM temp.sqlite_schema WHERE name = 'parked'`) !== undefined;
  return isAny && store.get('SELECT 1 FROM temp.parked WHERE stamp = ?', stamp) !== undefined;
}

/** Lays copies over the tables of the file that were parked. */
export function layParked(store: Store, tables: readonly string[]): void {
  for (const table of tables) store.run(`ALTER TABLE temp.parked_${table} RENAME TO ${table}`);
}

/** Takes all parked copies away. */
export function dropParked(store: Store): void {
  const tables = store.all<{ name: string }>(
    `SELECT name FROM temp.sqlite_schema WHERE type = 'table' AND name GLOB 'parked*'`,
  );
  for (const { name } of tables) store.run(`DROP TABLE temp.${name}`);
}

/** Lays what one coder said of words, passages and cases over what all said; what codes are is the same for all. */
export function layVerdicts(store: Store, coder: string): void {
  copyTable(store, 'verdict');
  store.run(`DELETE FROM temp.verdict WHERE aspect <> 'code'`);
  store.run(
    `INSERT INTO temp.verdict SELECT group_name, word, aspect, verdict, 0 FROM main.judgement WHERE coder = ?`,
    coder,
  );
  const name = store.get<{ name: string }>('SELECT quote(?) AS name', coder)?.name;
  for (const table of OF_CODERS) {
    store.run(`CREATE TEMP VIEW ${table} AS SELECT * FROM main.${table} WHERE coder = ${name}`);
  }
}

/** Takes away what `layVerdicts` laid. */
export function dropVerdicts(store: Store): void {
  dropCopies(store, ['verdict']);
  for (const table of OF_CODERS) store.run(`DROP VIEW IF EXISTS temp.${table}`);
}

const OF_CODERS = ['passage_verdict', 'case_done'];
