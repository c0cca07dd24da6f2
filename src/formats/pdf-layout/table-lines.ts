import { groupBy } from '../../text/group-by.js';
import { joinRow, markTable } from '../table-row.js';
import type { Fragment } from './fragment.js';
import type { PageLine } from './page-line.js';
import { linesOf, rowsOf } from './rows.js';
import type { Cell, RuledTable } from './ruled-tables.js';
import { around, joinOverPage, type ReadCell, type ReadTable } from './tables-over-pages.js';

/** A line of a cell goes on in the next one where less room (ems) is left beside it than what follows takes; a mark is no first. */
const ROOM = 1.5;
const MOST_PADDING = 0.6;
const TOKEN = /^[!-~]+/;
const MARK_NEXT = /^.[，。；：！？、）》”]/u;
const LATIN_SEAM = /[A-Za-z] [!-~]|[!-~] [A-Za-z]/;
const ENDED = /[。！？；：…”）.!?;:]$/;

/** The upright fragments of a page, and the tables that its lines draw. */
interface TablePage {
  readonly fragments: readonly Fragment[];
  readonly tables: readonly RuledTable[];
}

/**
 * The fragments of pages with those in each row of a table joined: a line a row, or a line a paragraph of its cells. A row that
 * the end of a page parts is whole on the page where it begins.
 */
export function joinTableRows(pages: readonly TablePage[]): Fragment[][] {
  const read = pages.map(readTables);
  let open: ReadTable | undefined;
  for (const { tables } of read) {
    const [first] = tables;
    if (open && first) joinOverPage(open, first);
    // A row may be longer than a page.
    if (!first || tables.length > 1 || first.rows.length > 0) open = tables.at(-1);
  }
  return read.map(({ outside, tables }) => [...outside, ...tables.flatMap(rowFragments)]);
}

/** The cell that a place is in. */
export function cellAt(tables: readonly RuledTable[], x: number, y: number): Cell | undefined {
  const has = (one: Omit<Cell, 'row'>) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom;
  return tables.find(has)?.cells.find(has);
}

function readTables({ fragments, tables }: TablePage) {
  const byCell = groupBy(
    fragments.filter(({ cell }) => cell !== undefined),
    ({ cell }) => cell,
  );
  const outside = fragments.filter(({ cell }) => cell === undefined);
  const read = tables.map((table): ReadTable => {
    const rows = [...groupBy(table.cells, ({ row }) => row).values()].map((cells) =>
      cells.map((cell) => readCell(cell, byCell.get(cell) ?? [])),
    );
    return { table, rows, ...around(table, outside) };
  });
  return { outside, tables: read };
}

function rowFragments({ table, rows }: ReadTable): Fragment[] {
  const joined = rows.map((cells) => ({ cells, lines: joinRow(cells.map(({ paragraphs }) => paragraphs)) }));
  const marked = markTable(joined.flatMap(({ lines }) => lines));
  return joined.flatMap(({ cells, lines }) => {
    const [top, bottom] = [
      Math.min(...cells.map(({ cell }) => cell.top)),
      Math.min(...cells.map(({ cell }) => cell.bottom)),
    ];
    const size = Math.max(...cells.map((cell) => cell.size));
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
function readCell(cell: Cell, fragments: readonly Fragment[]): ReadCell {
  const lines = linesOf(rowsOf(fragments));
  const gap = Math.min(...lines.map(({ left }) => left)) - cell.left;
  // Lines that are centred have wide gaps on both sides.
  const padding = Math.min(gap, MOST_PADDING * (lines[0]?.size ?? 0));
  const edge = cell.right - padding;
  const paragraphs: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before !== undefined && isFull(before, line, edge)) {
      paragraphs.push(joinSeam(paragraphs.pop() ?? '', line.text));
    } else paragraphs.push(line.text);
  }
  const last = lines.at(-1);
  return {
    cell,
    paragraphs: paragraphs.map((text) => ({ text })),
    size: Math.max(...fragments.map((fragment) => fragment.size)),
    isOpen: last !== undefined && !ENDED.test(last.text) && isFull(last, { text: '' }, edge),
  };
}

function isFull({ right, size }: PageLine, { text }: Pick<PageLine, 'text'>, edge: number): boolean {
  const token = (TOKEN.exec(text)?.[0].length ?? 0) / 2;
  return right + (ROOM + token + (MARK_NEXT.test(text) ? 1 : 0)) * size > edge;
}

function joinSeam(before: string, after: string): string {
  const isLatin = LATIN_SEAM.test(`${before.slice(-1)} ${after[0] ?? ''}`);
  return before + (isLatin ? ' ' : '') + after;
}
