import type { MarkedLine } from '../document-text.js';
import type { Fragment } from './fragment.js';
import { rowsOf } from './rows.js';
import type { Cell, RuledTable } from './ruled-tables.js';

/** A cell of a table as it is read. */
export interface ReadCell {
  readonly cell: Cell;
  paragraphs: readonly MarkedLine[];
  /** Of its largest letters. */
  readonly size: number;
  /** Whether its last line is full and ends no sentence. */
  readonly isOpen: boolean;
}

/** A table of a page, its rows from the top, with how many lines stand above and below it. */
export interface ReadTable {
  readonly table: RuledTable;
  readonly rows: ReadCell[][];
  readonly above: number;
  readonly below: number;
}

/** At a page end a table has beside it a running head and a page number, or a line more. */
const MOST_BESIDE = 2;
/** Edges of columns so far apart (points) are one. */
const SAME = 3;
const MARK = /[，。；、：]/;

/** How many lines stand above and below a table. */
export function around(table: RuledTable, outside: readonly Fragment[]): Pick<ReadTable, 'above' | 'below'> {
  return {
    above: rowsOf(outside.filter(({ y }) => y < table.top)).length,
    below: rowsOf(outside.filter(({ y }) => y > table.bottom)).length,
  };
}

/**
 * Joins the last row of a table and the row that it goes on in on the next page: below its head, which may be printed again, each
 * cell of this row is empty or goes on where the last line of its cell was full.
 */
export function joinOverPage(before: ReadTable, after: ReadTable): void {
  const last = before.rows.at(-1);
  if (!last || before.below > MOST_BESIDE || after.above > MOST_BESIDE) return;
  const isHeadAgain = before.rows.length > 1 && textOf(before.rows[0]) === textOf(after.rows[0]);
  const at = isHeadAgain ? 1 : 0;
  const next = after.rows[at];
  if (!next || !goesOn(last, next)) return;
  for (const [column, cell] of last.entries()) cell.paragraphs = joinCells(cell, next[column]);
  after.rows.splice(at, 1);
}

function goesOn(last: readonly ReadCell[], next: readonly ReadCell[]): boolean {
  const isSame = (a: Cell, b: Cell | undefined) =>
    b !== undefined && Math.abs(a.left - b.left) <= SAME && Math.abs(a.right - b.right) <= SAME;
  if (last.length !== next.length || !last.every(({ cell }, at) => isSame(cell, next[at]?.cell)))
    return false;
  const filled = last.filter((_, at) => textOf(next.slice(at, at + 1)) !== '');
  return filled.every(({ isOpen }) => isOpen) && filled.some((cell) => MARK.test(textOf([cell])));
}

function joinCells({ paragraphs }: ReadCell, next: ReadCell | undefined): readonly MarkedLine[] {
  const [first, ...others] = next?.paragraphs ?? [];
  if (first === undefined) return paragraphs;
  return [...paragraphs.slice(0, -1), { text: (paragraphs.at(-1)?.text ?? '') + first.text }, ...others];
}

function textOf(cells: readonly ReadCell[] = []): string {
  return cells
    .map(({ paragraphs }) => paragraphs.map(({ text }) => text).join('\n'))
    .join('\t')
    .trim();
}
