import type { LabelledTable } from '../model/labelled-table.js';

/** Columns of shares of a whole, which are read in per cent. */
const SHARES: ReadonlySet<string> = new Set(['share', 'cumulativeShare', 'otherShare']);

/** Columns of what fell away or came in, where mostly nothing did. */
const CHANGES: ReadonlySet<string> = new Set(['leftOut', 'added']);

/** Columns that are there for programs: the depth of a code is its indent, and a caption says what is derived. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set(['depth', 'isDerived']);

/** A labelled table as people read it: shares in per cent, codes indented by their depth, no columns for programs alone. */
export function readableTable<T extends LabelledTable>(columns: readonly string[], table: T): T {
  const depth = columns.indexOf('depth');
  const kept = [...columns.keys()].filter((at) => !FOR_PROGRAMS.has(columns[at] ?? ''));
  const pick = <Cell>(row: readonly Cell[]) => kept.map((at) => row[at] as Cell);
  const readRow = (row: readonly string[]) =>
    row.map((cell, at) => readCell(columns[at] ?? '', cell, Number(row[depth] ?? 1)));
  return {
    ...table,
    header: pick(table.header),
    numeric: pick(table.numeric),
    cells: table.cells.map((row) => pick(readRow(row))),
    ...(table.total && { total: pick(readRow(table.total)) }),
  };
}

function readCell(column: string, cell: string, depth: number): string {
  if (SHARES.has(column) && cell !== '') return `${(Number(cell) * 100).toFixed(2)}%`;
  if (CHANGES.has(column) && cell === '0') return '';
  return column === 'code' ? '　'.repeat(depth - 1) + cell : cell;
}

/** The columns that a readable table has. */
export function readableColumns(columns: readonly string[]): string[] {
  return columns.filter((column) => !FOR_PROGRAMS.has(column));
}
