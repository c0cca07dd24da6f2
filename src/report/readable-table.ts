import type { LabelledTable } from '../model/labelled-table.js';
import { isShare } from './number-kind.js';

/** Columns of what fell away or came in, where mostly nothing did. */
const CHANGES: ReadonlySet<string> = new Set(['leftOut', 'added']);

/** Columns that are there for programs: the depth of a code is its indent, and a caption says what is derived. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set(['depth', 'isDerived']);

/** A labelled table as people read it: codes indented by their depth, no columns for programs alone. */
export function readableTable<T extends LabelledTable>(columns: readonly string[], table: T): T {
  const depth = columns.indexOf('depth');
  const kept = [...columns.keys()].filter((at) => !FOR_PROGRAMS.has(columns[at] ?? ''));
  const pick = <Cell>(row: readonly Cell[]) => kept.map((at) => row[at] as Cell);
  const indent = (row: readonly string[]) =>
    row.map((cell, at) => (columns[at] === 'code' ? '　'.repeat(Number(row[depth] ?? 1) - 1) + cell : cell));
  return {
    ...table,
    header: pick(table.header),
    numeric: pick(table.numeric),
    cells: table.cells.map((row) => pick(indent(row))),
    ...(table.total && { total: pick(table.total) }),
  };
}

/** The columns that a readable table has. */
export function readableColumns(columns: readonly string[]): string[] {
  return columns.filter((column) => !FOR_PROGRAMS.has(column));
}

/** A number as it is read in a text: shares in per cent, and nothing where nothing changed. */
export function readNumber(column: string, cell: string): string {
  if (isShare(column) && cell !== '') return `${(Number(cell) * 100).toFixed(2)}%`;
  return CHANGES.has(column) && cell === '0' ? '' : cell;
}
