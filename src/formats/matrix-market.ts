/** A sparse matrix of whole numbers: for each row the columns (from 0) with their values. */
export interface SparseMatrix {
  readonly columns: number;
  readonly rows: readonly (readonly (readonly [column: number, value: number])[])[];
}

/** A sparse matrix in the coordinate format of Matrix Market, row by row; rows and columns are counted from 1. */
export function* writeMatrixMarket({ columns, rows }: SparseMatrix): Generator<string> {
  const entries = rows.reduce((sum, row) => sum + row.length, 0);
  yield '%%MatrixMarket matrix coordinate integer general\n';
  yield `${rows.length} ${columns} ${entries}\n`;
  for (const [at, row] of rows.entries()) {
    yield row.map(([column, value]) => `${at + 1} ${column + 1} ${value}\n`).join('');
  }
}
