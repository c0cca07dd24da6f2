import type { Cell, Store } from './store.js';

/** A column of a table of the project file. */
export interface StoredColumn {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB';
  readonly isNullable: boolean;
}

/** A table of the project file. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly StoredColumn[];
  /** The columns that tell its rows apart, in the order that rows are read in. */
  readonly order: readonly string[];
}

interface ColumnInfo {
  readonly name: string;
  readonly type: StoredColumn['type'];
  readonly notnull: number;
  readonly pk: number;
}

/** The version of the tables of a project file. */
export function schemaVersion(store: Store): number {
  return store.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

/** Every table of a project file, in code point order. */
export function storedTables(store: Store): StoredTable[] {
  const names = store.all<{ name: string }>(
    `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  return names.map(({ name }) => {
    const columns = store.all<ColumnInfo>(`SELECT * FROM pragma_table_info(?, 'main')`, name);
    const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
    return {
      name,
      columns: columns.map(({ name: column, type, notnull, pk }) => ({
        name: column,
        type,
        isNullable: notnull === 0 && pk === 0,
      })),
      order: (key.length > 0 ? key : columns).map((column) => column.name),
    };
  });
}

/** The rows of a table one by one, in the order of their keys. */
export function storedRows(store: Store, { name, columns, order }: StoredTable): IterableIterator<Cell[]> {
  return store.cells(
    `SELECT ${columns.map((column) => column.name).join()} FROM main.${name} ORDER BY ${order.join()}`,
  );
}
