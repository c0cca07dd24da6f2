import { UserError } from '../errors.js';
import type { AttributeTable } from '../model/case-record.js';

/** The texts of one row of a sheet, by column from 0; a cell that holds nothing may be absent. */
export type SheetRow = readonly (string | undefined)[];

/** A merged cell, from its first corner to its last, rows and columns from 0. */
export interface MergedCell {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

/**
 * The rows of a sheet as a table: the first filled row is its header, unless that is one merged title. Columns
 * without header are called by their letter; empty rows and columns are left out.
 * @throws UserError import/bad-table
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
  const columns = columnsOf(rows[headerAt] ?? [], [...body.values()]);
  const names = [...columns.values()];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new UserError('import/bad-table', { path, line: headerAt + 1, problem: `column "${twice}" twice` });
  }
  return {
    path,
    columns: names,
    rows: [...body].map(([at, row]) => ({
      line: at + 1,
      values: Object.fromEntries([...columns].map(([column, name]) => [name, row[column] ?? ''])),
    })),
  };
}

/** Whether a row holds anything but blanks. */
export function isFilled(row: SheetRow): boolean {
  return countFilled(row) > 0;
}

function countFilled(row: SheetRow): number {
  return row.filter((cell) => (cell ?? '').trim() !== '').length;
}

/** A cell merged over several rows holds for each of them. */
function fillMerged(
  rows: readonly (SheetRow | undefined)[],
  merges: readonly MergedCell[],
  bodyAt: readonly number[],
): Map<number, (string | undefined)[]> {
  const body = new Map(bodyAt.map((at) => [at, [...(rows[at] ?? [])]]));
  for (const { s, e } of merges) {
    const value = body.get(s.r)?.[s.c];
    for (let at = s.r + 1; value !== undefined && at <= Math.min(e.r, rows.length - 1); at += 1) {
      const row = body.get(at);
      if (row) row[s.c] ||= value;
    }
  }
  return body;
}

function columnsOf(header: SheetRow, body: readonly SheetRow[]): Map<number, string> {
  const columns = new Map<number, string>();
  const used = new Set(body.flatMap((row) => row.flatMap((cell, at) => ((cell ?? '').trim() ? [at] : []))));
  const width = body.reduce((most, row) => Math.max(most, row.length), header.length);
  for (let column = 0; column < width; column += 1) {
    const name = header[column]?.trim() ?? '';
    if (name !== '' || used.has(column)) columns.set(column, name || `(${letterOf(column)})`);
  }
  return columns;
}

/** The letters that a spreadsheet calls a column by. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}
