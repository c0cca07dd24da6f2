/** What the values of a variable are: a `flag` is 0 or 1, a `category` one of its values. */
export type VariableType = 'text' | 'category' | 'flag' | 'integer' | 'number';

/** A column of a table that programs for statistics read. */
export interface Variable {
  /** The head of the column, different from all others of the table. */
  readonly name: string;
  /** What it is, whatever it is called. */
  readonly field?: string;
  /** What its short name is made of, for programs that take no other: words, and an ending that is never cut. */
  readonly short?: { readonly words: string; readonly ending: string };
  /** What it is, in full. */
  readonly label: string;
  readonly type: VariableType;
  /** Of a category: all that may occur, in their order. */
  readonly values?: readonly string[];
}

export type DataCell = string | number | null;

/** A table of variables; its rows are made whenever they are asked for. */
export interface DataTable {
  /** What its file is called. */
  readonly name: string;
  readonly variables: readonly Variable[];
  readonly rows: () => Iterable<readonly DataCell[]>;
}
