import type { AttributeTable, TableRow } from '../model/case-record.js';
import type { CellComment, CellDoubt } from '../model/cell-doubt.js';
import { filledColumns, nameColumns } from './name-columns.js';

/** A cell of a sheet: its text, why that may not be what people wrote, and what they said of it. */
export interface SheetCell {
  readonly text: string;
  readonly doubt?: CellDoubt;
  readonly comment?: string;
}

/** The cells of one row of a sheet, by column from 0; a cell that holds nothing may be absent. */
export type SheetRow = readonly (SheetCell | undefined)[];

/** A merged cell, from its first corner to its last, rows and columns from 0. */
export interface MergedCell {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

/**
 * The rows of a sheet as a table: the first filled row is its header, unless that is one merged title. Empty rows
 * are left out.
 */
export function tableOfSheet(
  path: string,
  rows: readonly (SheetRow | undefined)[],
  merges: readonly MergedCell[],
): AttributeTable {
  const filledAt = rows.flatMap((row, at) => (row && isFilled(row) ? [at] : []));
  const titleRows = new Set(merges.filter(({ s, e }) => s.r === e.r && e.c > s.c).map(({ s }) => s.r));
  const isTitle = (at: number) => titleRows.has(at) && countFilled(rows[at] ?? []) === 1;
  const headerAt = filledAt.find((at) => !isTitle(at)) ?? filledAt[0] ?? 0;
  const bodyAt = filledAt.filter((at) => at > headerAt);
  const body = fillMerged(rows, merges, bodyAt);
  const filled = filledColumns([...body.values()].map(textsOf));
  const { columns, doubled } = nameColumns(textsOf(rows[headerAt] ?? []), filled, headerAt + 1);
  const comments = commentsOf(rows, columns);
  return {
    path,
    columns: [...columns.values()],
    ...(doubled.length > 0 ? { doubled } : {}),
    rows: [...body].map(([at, row]): TableRow => {
      const doubts = [...columns].flatMap(([column, name]) => {
        const doubt = row[column]?.doubt;
        return doubt ? [[name, doubt] as const] : [];
      });
      return {
        line: at + 1,
        values: Object.fromEntries([...columns].map(([column, name]) => [name, row[column]?.text ?? ''])),
        ...(doubts.length > 0 && { doubts: Object.fromEntries(doubts) }),
      };
    }),
    ...(comments.length > 0 && { comments }),
  };
}

const textsOf = (row: SheetRow) => Array.from(row, (cell) => cell?.text);

function commentsOf(
  rows: readonly (SheetRow | undefined)[],
  columns: ReadonlyMap<number, string>,
): CellComment[] {
  return rows.flatMap((row = [], at) =>
    row.flatMap((cell, column): CellComment[] =>
      cell?.comment === undefined
        ? []
        : [{ line: at + 1, column: columns.get(column) ?? '', text: cell.comment }],
    ),
  );
}

/** Whether a row holds anything but blanks; a cell that cannot be read holds something. */
export function isFilled(row: SheetRow): boolean {
  return countFilled(row) > 0;
}

function countFilled(row: SheetRow): number {
  return row.filter((cell) => cell && (cell.text.trim() !== '' || cell.doubt)).length;
}

/** A cell merged over several rows holds for each of them. */
function fillMerged(
  rows: readonly (SheetRow | undefined)[],
  merges: readonly MergedCell[],
  bodyAt: readonly number[],
): Map<number, (SheetCell | undefined)[]> {
  const body = new Map(bodyAt.map((at) => [at, [...(rows[at] ?? [])]]));
  for (const { s, e } of merges) {
    const cell = body.get(s.r)?.[s.c];
    const value = cell && { text: cell.text, ...(cell.doubt && { doubt: cell.doubt }) };
    for (let at = s.r + 1; value !== undefined && at <= Math.min(e.r, rows.length - 1); at += 1) {
      const row = body.get(at);
      if (row && !row[s.c]?.text) row[s.c] = value;
    }
  }
  return body;
}
