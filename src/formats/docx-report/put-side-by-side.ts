import type { TableBlock, TableCell } from '../../model/document.js';
import { printedWidth } from '../../text/printed-width.js';

/** A table of fewer rows is read at a glance as it is. */
const LONG = 20;
/** How many half-width characters of the table type a line of an upright page takes. */
const LINE = 100;
/** What stands between two columns. */
const GAP = 2;
const MOST_GROUPS = 3;
/** Heads are broken into lines. */
const HEAD = 8;

/** Puts the rows of a list that is long and narrow into two or three groups of columns, which are read one after the other; sums stand below all. */
export function putSideBySide(table: TableBlock): TableBlock {
  const { header, numeric, isList, hasTotal } = table;
  const rows = hasTotal ? table.rows.slice(0, -1) : table.rows;
  const total = hasTotal ? table.rows.at(-1) : undefined;
  if (!isList || rows.length < LONG) return table;
  const width = header.reduce((sum, head, column) => {
    const cells = table.rows.map((row) => printedWidth(row[column]?.text ?? ''));
    return sum + Math.max(Math.min(printedWidth(head), HEAD), ...cells) + GAP;
  }, 0);
  const groups = Math.min(MOST_GROUPS, Math.floor(LINE / width));
  if (groups < 2) return table;
  const height = Math.ceil(rows.length / groups);
  const blank: TableCell = { text: '', rows: 1, link: null };
  const noRow: readonly TableCell[] = header.map(() => blank);
  /** The groups with an empty column between them. */
  const joined = <T>(of: (group: number) => readonly T[], between: T): T[] =>
    Array.from({ length: groups }, (_, group) => [...(group > 0 ? [between] : []), ...of(group)]).flat();
  return {
    ...table,
    header: joined(() => header, ''),
    numeric: joined(() => numeric, false),
    rows: [
      ...Array.from({ length: height }, (_, line) =>
        joined<TableCell | null>((group) => rows[group * height + line] ?? noRow, blank),
      ),
      ...(total ? [joined<TableCell | null>((group) => (group === 0 ? total : noRow), blank)] : []),
    ],
  };
}
