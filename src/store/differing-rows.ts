import type { Fault } from '../model/verification.js';
import { CASE_OF_ROW } from './case-of-row.js';
import type { Cell, Store } from './store.js';

/** Names the rows that say something else in the copies of some tables than in the file, by their keys, each once. */
export function differingRows(shadow: Store, tables: readonly string[]): Fault[] {
  return tables.flatMap((table) => {
    const keys = shadow
      .all<{ name: string }>(`SELECT name FROM pragma_table_info(?, 'main') WHERE pk > 0 ORDER BY pk`, table)
      .map(({ name }) => name);
    const rowsIn = (one: string, other: string) =>
      `SELECT ${keys.join()} FROM (SELECT * FROM ${one}.${table} EXCEPT SELECT * FROM ${other}.${table})`;
    const rows = [...shadow.cells(`${rowsIn('main', 'temp')} UNION ${rowsIn('temp', 'main')}`)];
    return rows.map((cells): Fault => {
      const named = keys.map((key, at) => nameOf(shadow, key, cells[at] ?? null));
      return { kind: 'not-derived', table, at: Object.fromEntries(named) };
    });
  });
}

function nameOf(store: Store, column: string, cell: Cell): [string, string] {
  const sql = CASE_OF_ROW[column];
  const row = sql ? store.get<{ id: string }>(sql, cell) : undefined;
  return row ? ['case', row.id] : [column, String(cell)];
}
