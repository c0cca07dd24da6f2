import cliui from 'cliui';
import stringWidth from 'string-width';
import { greatest } from '../text/many.js';
import { printable } from './io.js';

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
        rows.map((row) => stringWidth(row[at] ?? '')),
        1,
      ),
    ),
    columns,
  );
  const width = widths.reduce((sum, one) => sum + one + GAP, 0);
  const ui = cliui({ width, wrap: columns !== undefined });
  for (const row of rows) {
    ui.div(
      ...row.map((text, at) => ({
        // cliui aligns only what it wraps.
        text: numeric[at] && columns === undefined ? flushRight(text, widths[at] as number) : text,
        width: (widths[at] as number) + GAP,
        padding: [0, GAP, 0, 0] as [number, number, number, number],
        ...(numeric[at] ? { align: 'right' as const } : {}),
      })),
    );
  }
  return ui.toString().replaceAll(/ +$/gm, '');
}

function flushRight(text: string, width: number): string {
  return ' '.repeat(width - stringWidth(text)) + text;
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
