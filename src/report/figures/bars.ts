import { chooseSize, fitText } from './fit-text.js';
import { label } from './label.js';
import { COLOUR, SIZE, SIZES, TALLEST } from './style.js';
import { type Drawing, element } from './svg.js';
import { LINE, textWidth, widestOf } from './text-width.js';

/** A bar with its number. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** The tallest that reads well. */
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
  const { placed, height, columnWidth, size } = chooseColumns(bars, width);
  const most = Math.max(...placed.map(({ value }) => value));
  const numbers = Math.max(...placed.map(({ value }) => textWidth(String(value), SIZE.small)));
  const labels = widestOf(
    placed.flatMap(({ lines }) => lines),
    size,
  );
  const scale = (columnWidth - labels - numbers - 3 * GAP) / most;
  const body = placed.map(({ value, lines, column, middle }) => {
    const start = column * (columnWidth + BETWEEN_COLUMNS) + labels + 2 * GAP;
    const bar = {
      x: start,
      y: middle - size * 0.42,
      width: value * scale,
      height: size * 0.84,
      fill: COLOUR.main,
    };
    return [
      label(start - GAP, middle, lines, { size, anchor: 'end' }),
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
    const { size, lines } = chooseSize(SIZES, (size) =>
      bars.map((bar) => fitText(bar.label, { size, width: columnWidth * LABELS, lines: 3 })),
    );
    const rows = bars.map((bar, at) => {
      const set = lines[at] ?? [];
      return { bar, lines: set, height: size * (set.length * LINE + 0.35) };
    });
    const needed = rows.reduce((sum, { height }) => sum + height, 0) / columns;
    if (columns === most || needed <= COMFORTABLE)
      return { columnWidth, size, ...placeRows(rows, columns, needed) };
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
