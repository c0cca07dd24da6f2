import wrapAnsi from 'wrap-ansi';
import { greatest } from '../text/many.js';
import { printable } from './io.js';
import { textWidth } from './text-width.js';

/** What is shown as a table: all text, in one language. */
export interface TextTable {
  readonly header: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly numeric: readonly boolean[];
}

/** Blank columns between two columns of a table. */
const GAP = 2;

/** The narrowest that a column gets on a narrow terminal. */
const NARROWEST = 8;

/**
 * A table for the terminal, Han characters counted double; cells wrap when the terminal is narrower
 * (`columns`), and stay on one line when there is none.
 */
export function renderTable({ header, cells, numeric }: TextTable, columns: number | undefined): string {
  const rows = [header, ...cells].map((row) =>
    row.map((cell) => printable(cell.replaceAll(/\s*\n\s*/g, ' '))),
  );
  const widths = shareWidth(
    header.map((_, at) =>
      greatest(
        rows.map((row) => textWidth(row[at] ?? '')),
        1,
      ),
    ),
    columns,
  );
  return rows.flatMap((row) => layOut(row, widths, numeric)).join('\n');
}

/** The lines of one row: each cell in its column, wrapped where it is wider. */
function layOut(row: readonly string[], widths: readonly number[], numeric: readonly boolean[]): string[] {
  const columns = widths.map((width, at) => wrap(row[at] ?? '', width));
  const height = greatest(
    columns.map((lines) => lines.length),
    1,
  );
  return Array.from({ length: height }, (_, at) =>
    columns
      .map((lines, column) => pad(lines[at] ?? '', widths[column] as number, numeric[column] === true))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function wrap(text: string, width: number): string[] {
  return textWidth(text) <= width ? [text] : wrapAnsi(text, width, { hard: true }).split('\n');
}

function pad(text: string, width: number, isFlushRight: boolean): string {
  const room = ' '.repeat(Math.max(0, width - textWidth(text)));
  return isFlushRight ? room + text : text + room;
}

/** Takes the room that is missing from the widest columns. */
function shareWidth(wanted: readonly number[], columns: number | undefined): number[] {
  const widths = [...wanted];
  if (columns === undefined) return widths;
  let excess = widths.reduce((sum, one) => sum + one + GAP, 0) - columns;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}
