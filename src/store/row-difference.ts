import type { Cell, Store } from './store.js';

/** A row by its cells, in the order of the columns; those of the primary key come first. */
export type Cells = readonly Cell[];

/** Rows of a table that are to go, by the cells of their keys, and rows that are to come. */
export interface RowDifference {
  readonly removed: Cells[];
  readonly added: Cells[];
}

/** Reads rows by their cells. */
export function readCells(store: Store, sql: string, ...cells: Cell[]): Cells[] {
  return store.all<Record<string, Cell>>(sql, ...cells).map((row) => Object.values(row));
}

/**
 * Adds to a difference what makes of some rows others; of rows with one key the first counts.
 * @param keys how many columns the primary key has
 */
export function addDifference(
  { removed, added }: RowDifference,
  keys: number,
  before: readonly Cells[],
  after: readonly Cells[],
): void {
  const keyOf = (row: Cells) => JSON.stringify(row.slice(0, keys));
  const wanted = new Map<string, Cells>();
  for (const row of after) {
    const key = keyOf(row);
    if (!wanted.has(key)) wanted.set(key, row);
  }
  for (const row of before) {
    const key = wanted.size > 0 ? keyOf(row) : '';
    if (isSameRow(wanted.get(key), row)) wanted.delete(key);
    else removed.push(row.slice(0, keys));
  }
  added.push(...wanted.values());
}

const isSameRow = (one: Cells | undefined, other: Cells) => other.every((cell, at) => one?.[at] === cell);

/** Removes and adds the rows of a difference. */
export function writeDifference(
  store: Store,
  table: string,
  keys: readonly string[],
  { removed, added }: RowDifference,
): void {
  const isKey = keys.map((column) => `${column} = ?`).join(' AND ');
  for (const key of removed) store.run(`DELETE FROM ${table} WHERE ${isKey}`, ...key);
  for (const row of added) {
    store.run(`INSERT INTO ${table} VALUES (${row.map(() => '?').join()})`, ...row);
  }
}
