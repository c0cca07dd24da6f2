import { groupBy } from '../../text/group-by.js';
import type { Fragment } from './fragment.js';
import type { Column, PageLine } from './page-line.js';
import { extentOf, linesOf, type Row, rowsOf } from './rows.js';
import type { Cell } from './ruled-tables.js';
import { joinTableRows } from './table-lines.js';

/** Columns are so far (ems) apart at least. */
const NARROWEST_GAP = 0.8;
/** Rows of a table are further apart than the lines of its cells by this factor. */
const ROW_GAP = 1.3;
const FEWEST_ROWS = 3;
/** So many of the cells end a sentence or their last line early. */
const MOSTLY = 0.8;
const ENDED = /[。！？；.!?;]$/;
/** A line that ends so many ems before the edge of its column is the last of its paragraph. */
const SHORT = 2;

/**
 * The lines of a table that no lines part, row by row, where columns are one: at the same heights all columns begin a cell, and no
 * sentence goes on from one row into the next. Null for columns of running text.
 */
export function readUnruledTable(rows: readonly Row[]): PageLine[] | null {
  const columns = columnsOf(rows);
  if (columns.length < 2) return null;
  const table = [partAtGaps(rows), rows.map((row) => [row])].find((groups) => isTable(groups, columns));
  if (table === undefined) return null;
  const cells: Cell[] = [];
  const fragments: Fragment[] = [];
  for (const [row, lines] of table.entries()) {
    const [first, last] = [lines[0] as Row, lines.at(-1) as Row];
    const size = Math.max(...first.fragments.map((fragment) => fragment.size));
    for (const column of columns) {
      const cell = { row, ...column, top: first.y - size, bottom: last.y };
      cells.push(cell);
      for (const fragment of lines.flatMap((line) => within(line, column)))
        fragments.push({ ...fragment, cell });
    }
  }
  const box = { left: columns[0]?.left ?? 0, right: columns.at(-1)?.right ?? 0, top: 0, bottom: 0 };
  return linesOf(rowsOf(joinTableRows([{ fragments, tables: [{ ...box, cells }] }]).flat()));
}

/** The columns that no fragment reaches out of. */
function columnsOf(rows: readonly Row[]): Column[] {
  const sorted = rows.flatMap(({ fragments }) => fragments).sort((a, b) => a.left - b.left);
  const columns: { left: number; right: number }[] = [];
  for (const { left, right, size } of sorted) {
    const column = columns.at(-1);
    if (column === undefined || left - column.right >= NARROWEST_GAP * size) columns.push({ left, right });
    else column.right = Math.max(column.right, right);
  }
  return columns;
}

function within({ fragments }: Row, { left, right }: Column): Fragment[] {
  return fragments.filter((fragment) => fragment.left >= left && fragment.right <= right);
}

function partAtGaps(rows: readonly Row[]): Row[][] {
  const gaps = rows.slice(1).map(({ y }, at) => y - (rows[at]?.y ?? 0));
  const leading = Math.min(...gaps);
  let group = 0;
  const numbered = rows.map((row, at) => {
    if ((gaps[at - 1] ?? 0) > ROW_GAP * leading) group += 1;
    return { row, group };
  });
  return [...groupBy(numbered, (one) => one.group).values()].map((own) => own.map(({ row }) => row));
}

function isTable(groups: readonly (readonly Row[])[], columns: readonly Column[]): boolean {
  if (groups.length < FEWEST_ROWS) return false;
  const cells = groups.flatMap((lines) =>
    columns.map((column) => ({
      begins: within(lines[0] as Row, column).length > 0,
      ends: endsCell(
        lines.map((line) => within(line, column)).filter((own) => own.length > 0),
        column,
      ),
    })),
  );
  const share = (is: (cell: (typeof cells)[number]) => boolean) => cells.filter(is).length / cells.length;
  return share(({ begins }) => begins) >= MOSTLY && share(({ ends }) => ends) >= MOSTLY;
}

function endsCell(lines: readonly (readonly Fragment[])[], column: Column): boolean {
  const last = lines.at(-1);
  if (last === undefined) return true;
  const { right } = extentOf({ fragments: last, y: 0 });
  const size = last[0]?.size ?? 1;
  return ENDED.test(last.at(-1)?.text.trim() ?? '') || right < column.right - SHORT * size;
}
