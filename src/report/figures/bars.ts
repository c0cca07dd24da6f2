import { COLOUR, SIZE } from './style.js';
import { type Drawing, element } from './svg.js';
import { LINE, label, textWidth, wrapText } from './text.js';

/** A bar with its number. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** The tallest that a figure may be, so that it fits on a page with its caption, and the tallest that reads well. */
const TALLEST = 2200;
const COMFORTABLE = 1600;
const NARROWEST_COLUMN = 700;
const GAP = 10;
const BETWEEN_COLUMNS = 40;
/** The share of a column that labels may take. */
const LABELS = 0.45;

/** A bar in its column, with the lines of its label and the middle of its row. */
interface PlacedBar extends Bar {
  readonly lines: readonly string[];
  readonly column: number;
  readonly middle: number;
}

/**
 * Horizontal bars with their labels and numbers, in as many columns as they need; those that do not fit on a page are left out,
 * `drawn` are so many of them.
 */
export function drawBars(bars: readonly Bar[], width: number): { drawing: Drawing; drawn: number } {
  const { placed, height, columnWidth } = chooseColumns(bars, width);
  const most = Math.max(...placed.map(({ value }) => value));
  const numbers = Math.max(...placed.map(({ value }) => textWidth(String(value), SIZE.small)));
  const labels = Math.max(...placed.flatMap(({ lines }) => lines.map((line) => textWidth(line, SIZE.text))));
  const scale = (columnWidth - labels - numbers - 3 * GAP) / most;
  const body = placed.map(({ value, lines, column, middle }) => {
    const start = column * (columnWidth + BETWEEN_COLUMNS) + labels + 2 * GAP;
    const bar = {
      x: start,
      y: middle - SIZE.text * 0.42,
      width: value * scale,
      height: SIZE.text * 0.84,
      fill: COLOUR.main,
    };
    return [
      label(start - GAP, middle, lines, { anchor: 'end' }),
      element('rect', bar),
      label(start + value * scale + GAP, middle, String(value), { size: SIZE.small }),
    ].join('');
  });
  return { drawing: { width, height, body }, drawn: placed.length };
}

/** One column is read most easily; more only where they are needed. */
function chooseColumns(bars: readonly Bar[], width: number) {
  const most = Math.max(1, Math.floor(width / NARROWEST_COLUMN));
  for (let columns = 1; ; columns++) {
    const columnWidth = (width - BETWEEN_COLUMNS * (columns - 1)) / columns;
    const rows = bars.map((bar) => {
      const lines = wrapText(bar.label, SIZE.text, columnWidth * LABELS, 2);
      return { bar, lines, height: SIZE.text * (lines.length * LINE + 0.35) };
    });
    const needed = rows.reduce((sum, { height }) => sum + height, 0) / columns;
    if (columns === most || needed <= COMFORTABLE)
      return { columnWidth, ...placeRows(rows, columns, needed) };
  }
}

function placeRows(
  rows: readonly { readonly bar: Bar; readonly lines: readonly string[]; readonly height: number }[],
  columns: number,
  needed: number,
) {
  const placed: PlacedBar[] = [];
  let column = 0;
  let top = 0;
  let lowest = 0;
  for (const { bar, lines, height } of rows) {
    if (top > 0 && (top + height > TALLEST || (top + height / 2 > needed && column < columns - 1))) {
      column++;
      top = 0;
    }
    if (column === columns) break;
    placed.push({ ...bar, lines, column, middle: GAP + top + height / 2 });
    top += height;
    lowest = Math.max(lowest, top);
  }
  return { placed, height: lowest + 2 * GAP };
}
