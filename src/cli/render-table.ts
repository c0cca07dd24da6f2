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
  // Most cells of a long table say what others said.
  const pieces = new Map<string, Piece>();
  const pieceOf = (cell: string) => {
    const piece = pieces.get(cell) ?? measure(printable(cell.replaceAll(/\s*\n\s*/g, ' ')));
    pieces.set(cell, piece);
    return piece;
  };
  const rows = [header, ...cells].map((row) => row.map(pieceOf));
  const wanted = header.map(() => 1);
  for (const row of rows) {
    for (const [at, { width }] of row.entries()) if (width > (wanted[at] ?? width)) wanted[at] = width;
  }
  const widths = shareWidth(wanted, columns);
  return rows.flatMap((row) => layOut(row, widths, numeric)).join('\n');
}

/** A text, and the columns that it takes. */
interface Piece {
  readonly text: string;
  readonly width: number;
}

const BLANK: Piece = { text: '', width: 0 };

const measure = (text: string): Piece => ({ text, width: textWidth(text) });

/** The lines of one row: each cell in its column, wrapped where it is wider. */
function layOut(row: readonly Piece[], widths: readonly number[], numeric: readonly boolean[]): string[] {
  const writeLine = (pieces: readonly Piece[]) =>
    widths
      .map((width, at) => pad(pieces[at] ?? BLANK, width, numeric[at] === true))
      .join(' '.repeat(GAP))
      .trimEnd();
  if (row.every(({ width }, at) => width <= (widths[at] ?? 0))) return [writeLine(row)];
  const columns = widths.map((width, at) => wrap(row[at] ?? BLANK, width));
  const height = greatest(
    columns.map((lines) => lines.length),
    1,
  );
  return Array.from({ length: height }, (_, at) => writeLine(columns.map((lines) => lines[at] ?? BLANK)));
}

function wrap(piece: Piece, width: number): Piece[] {
  return piece.width <= width
    ? [piece]
    : wrapAnsi(piece.text, width, { hard: true }).split('\n').map(measure);
}

function pad({ text, width: taken }: Piece, width: number, isFlushRight: boolean): string {
  const room = ' '.repeat(Math.max(0, width - taken));
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
