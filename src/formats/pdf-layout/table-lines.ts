import { groupBy } from '../../text/group-by.js';
import type { MarkedLine } from '../document-text.js';
import { joinRow, markTable } from '../table-row.js';
import type { Fragment } from './fragment.js';
import { linesOf, type PageLine, rowsOf } from './reading-order.js';
import type { Cell, RuledTable } from './ruled-tables.js';

/** A line of a cell goes on in the next one where less room (ems) is left beside it than what follows takes; a mark is no first. */
const ROOM = 1.5;
const MOST_PADDING = 0.6;
const TOKEN = /^[!-~]+/;
const MARK_NEXT = /^.[，。；：！？、）》”]/u;
const LATIN_SEAM = /[!-~] [!-~]/;

/** The fragments of a page with those in each row of a table joined: a line a row, or a line a paragraph of its cells. */
export function joinTableRows(fragments: readonly Fragment[], tables: readonly RuledTable[]): Fragment[] {
  if (tables.length === 0) return [...fragments];
  const byCell = groupBy(
    fragments.filter(({ cell }) => cell !== undefined),
    ({ cell }) => cell,
  );
  const outside = fragments.filter(({ cell }) => cell === undefined);
  return [...outside, ...tables.flatMap((table) => rowFragments(table, byCell))];
}

/** The cell that a place is in. */
export function cellAt(tables: readonly RuledTable[], x: number, y: number): Cell | undefined {
  const has = (one: Omit<Cell, 'row'>) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom;
  return tables.find(has)?.cells.find(has);
}

function rowFragments(
  table: RuledTable,
  byCell: ReadonlyMap<Cell | undefined, readonly Fragment[]>,
): Fragment[] {
  const rows = [...groupBy(table.cells, ({ row }) => row).values()].map((cells) => ({
    cells,
    lines: joinRow(cells.map((cell) => paragraphsOf(cell, byCell.get(cell) ?? []))),
  }));
  const marked = markTable(rows.flatMap(({ lines }) => lines));
  return rows.flatMap(({ cells, lines }) => {
    const own = cells.flatMap((cell) => byCell.get(cell) ?? []);
    const [top, bottom] = [
      Math.min(...cells.map((cell) => cell.top)),
      Math.min(...cells.map((cell) => cell.bottom)),
    ];
    const size = Math.max(...own.map((fragment) => fragment.size));
    return marked.splice(0, lines.length).map(({ text, kind }, at) => ({
      text,
      left: table.left,
      right: table.right,
      y: top + ((at + 1) * (bottom - top)) / (lines.length + 1),
      size,
      kind,
    }));
  });
}

/** The paragraphs of a cell, its lines joined where they fill it. */
function paragraphsOf(cell: Cell, fragments: readonly Fragment[]): MarkedLine[] {
  const lines = linesOf(rowsOf(fragments));
  const gap = Math.min(...lines.map(({ left }) => left)) - cell.left;
  // Lines that are centred have wide gaps on both sides.
  const padding = Math.min(gap, MOST_PADDING * (lines[0]?.size ?? 0));
  const paragraphs: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before !== undefined && isFull(before, line, cell.right - padding)) {
      paragraphs.push(joinSeam(paragraphs.pop() ?? '', line.text));
    } else paragraphs.push(line.text);
  }
  return paragraphs.map((text) => ({ text }));
}

function isFull({ right, size }: PageLine, { text }: PageLine, edge: number): boolean {
  const token = (TOKEN.exec(text)?.[0].length ?? 0) / 2;
  return right + (ROOM + token + (MARK_NEXT.test(text) ? 1 : 0)) * size > edge;
}

function joinSeam(before: string, after: string): string {
  const isLatin = LATIN_SEAM.test(`${before.slice(-1)} ${after[0] ?? ''}`);
  return before + (isLatin ? ' ' : '') + after;
}
