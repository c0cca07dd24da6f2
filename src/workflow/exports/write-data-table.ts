import { writeCsvRows } from '../../formats/csv.js';
import type { DataCell, DataTable } from '../../model/data-table.js';

/** Rows that are made into text together. */
const ROWS_AT_ONCE = 500;

/** A table of variables as CSV for Excel and programs, piece by piece: UTF-8 with its mark, and no cell that is a formula. */
export const writeDataTable = ({ variables, rows }: DataTable): Generator<string> =>
  writeRows(
    variables.map(({ name }) => name),
    rows(),
  );

/** The same of rows under other heads. */
export function* writeRows(heads: readonly string[], rows: Iterable<readonly DataCell[]>): Generator<string> {
  yield `\ufeff${writeCsvRows([heads])}`;
  let part = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < ROWS_AT_ONCE) continue;
    yield writeCsvRows(part);
    part = [];
  }
  yield writeCsvRows(part);
}
