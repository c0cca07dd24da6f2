type Cell = string | number | boolean | null | readonly string[];

/** A row of a table. */
export type Row = Readonly<Record<string, Cell>>;

/** The columns and rows of a table as they are printed. */
export interface PrintedRows {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}
