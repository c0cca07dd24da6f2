import type { Store } from './store.js';

/**
 * Runs `work`, which may wait for nothing, while copies of some tables lie over them on one unchanging view of the project:
 * what is written goes into the copies, and nothing of it is left afterwards. A file that is only read can be overlaid, too.
 */
export function withShadows<T>(store: Store, tables: readonly string[], work: () => T): T {
  return store.snapshot(() => {
    try {
      for (const table of tables) copyTable(store, table);
      store.forget();
      return work();
    } finally {
      for (const table of tables) store.run(`DROP TABLE IF EXISTS temp.${table}`);
      store.forget();
    }
  });
}

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

/** Leaves in the copies of these tables what one coder said of words, passages and cases; what codes are is the same for all. */
export function shadowVerdicts(store: Store, coder: string): void {
  store.run(`DELETE FROM temp.verdict WHERE aspect <> 'code'`);
  store.run(
    `INSERT INTO temp.verdict SELECT group_name, word, aspect, verdict, 0 FROM main.judgement WHERE coder = ?`,
    coder,
  );
  store.run('DELETE FROM temp.passage_verdict WHERE coder <> ?', coder);
  store.run('DELETE FROM temp.case_done WHERE coder <> ?', coder);
}
