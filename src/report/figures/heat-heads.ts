import { chooseSize, fitText } from './fit-text.js';
import { label } from './label.js';
import { SIZE, SIZES } from './style.js';
import { LINE, widestOf } from './text-width.js';

/** The head of a column; the number is never left out. */
export interface HeatHead {
  readonly text: string;
  readonly number?: string | undefined;
}

/** Columns that are narrower have no room for a head of 5.5 points. */
export const NARROWEST_COLUMN = 20.5;

/** The longest that a head may be which is turned. */
const LONGEST = 420;

/** The height that heads have at most, whatever the width of their columns. */
export function tallestHeads(heads: readonly HeatHead[]): number {
  const whole = heads.map(({ text, number }) => `${text} ${number ?? ''}`);
  return Math.max(4 * LINE * SIZE.text, Math.min(LONGEST, widestOf(whole, SIZE.text)));
}

/** Heads over the columns of a heat map: level where all of them fit, else turned. */
export function setHeads(heads: readonly HeatHead[], cell: number) {
  const level = chooseSize(SIZES, (size) =>
    heads.map(({ text }) => fitText(text, { size, width: cell - 6, lines: 3 })),
  );
  const numbers = heads.map(({ number }) => (number === undefined ? [] : [number]));
  if (level.cut === 0 && widestOf(numbers.flat(), level.size) <= cell && cell > 3 * level.size) {
    const { size } = level;
    const all = level.lines.map((lines, at) => [...lines, ...(numbers[at] ?? [])]);
    const height = Math.max(...all.map(({ length }) => length)) * size * LINE;
    const draw = (x: number, bottom: number, at: number) => {
      const lines = all[at] ?? [];
      return label(x, bottom - (lines.length * size * LINE) / 2, lines, { size, anchor: 'middle' });
    };
    return { height, draw };
  }
  const turned = chooseSize([Math.min(SIZE.text, cell * 0.95)], (size) =>
    heads.map(({ text, number }) =>
      fitText(text, { size, width: LONGEST, number, lines: cell > 2.2 * size * LINE ? 2 : 1 }),
    ),
  );
  const { size } = turned;
  const height = widestOf(turned.lines.flat(), size);
  const draw = (x: number, bottom: number, at: number) =>
    label(x, bottom, turned.lines[at] ?? [], { size, rotate: -90 });
  return { height, draw };
}
