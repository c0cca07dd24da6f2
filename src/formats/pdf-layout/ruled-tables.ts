import type { Rule } from './page-rules.js';

/** A cell of a ruled table, y downwards; merged cells are one. */
export interface Cell {
  /** The row of the table, from 0, that it begins in. */
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A table whose cells lines part, its cells row by row. */
export interface RuledTable extends Omit<Cell, 'row'> {
  readonly cells: readonly Cell[];
}

/** Lines so far apart (points) are one, as the borders of two cells are. */
const SAME = 3;
/** A side of a cell is drawn when so much of it is. */
const DRAWN = 0.6;

/** The tables that the lines of a page draw: groups of lines that touch and part two cells of a row at least. */
export function findRuledTables(rules: readonly Rule[]): RuledTable[] {
  return groupTouching(rules).flatMap((group) => {
    const table = tableOf(group);
    const hasColumns = table?.cells.some(({ row }, at) => table.cells[at + 1]?.row === row);
    return table !== null && hasColumns ? [table] : [];
  });
}

function groupTouching(rules: readonly Rule[]): Rule[][] {
  const groups: { rules: Rule[]; box: Omit<Cell, 'row'> }[] = [];
  for (const rule of rules) {
    const box = boxOf(rule);
    const touching = groups.filter((group) => overlap(group.box, box));
    const [first, ...others] = touching;
    if (first === undefined) groups.push({ rules: [rule], box });
    else {
      first.rules.push(rule);
      first.box = around([first.box, box, ...others.map((other) => other.box)]);
      for (const other of others) {
        first.rules.push(...other.rules);
        groups.splice(groups.indexOf(other), 1);
      }
    }
  }
  return groups.map((group) => group.rules);
}

function tableOf(rules: readonly Rule[]): RuledTable | null {
  const [vertical, horizontal] = [
    rules.filter(({ isVertical }) => isVertical),
    rules.filter((rule) => !rule.isVertical),
  ];
  // The outer sides of a table are often left open.
  const xs = distinct([...vertical.map(({ at }) => at), ...horizontal.flatMap(({ from, to }) => [from, to])]);
  const ys = distinct(horizontal.map(({ at }) => at));
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1) return null;
  const parent = Array.from({ length: rows * columns }, (_, cell) => cell);
  const rootOf = (cell: number): number => (parent[cell] === cell ? cell : rootOf(parent[cell] as number));
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [left = 0, right = 0] = xs.slice(column, column + 2);
      const [top = 0, bottom = 0] = ys.slice(row, row + 2);
      const cell = row * columns + column;
      if (column + 1 < columns && !isDrawn(vertical, right, top, bottom))
        parent[rootOf(cell + 1)] = rootOf(cell);
      if (row + 1 < rows && !isDrawn(horizontal, bottom, left, right))
        parent[rootOf(cell + columns)] = rootOf(cell);
    }
  }
  const cells = new Map<number, Cell>();
  for (let cell = 0; cell < parent.length; cell += 1) {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    const own = {
      left: xs[column] ?? 0,
      right: xs[column + 1] ?? 0,
      top: ys[row] ?? 0,
      bottom: ys[row + 1] ?? 0,
    };
    const known = cells.get(rootOf(cell));
    cells.set(rootOf(cell), { row: known?.row ?? row, ...(known ? around([known, own]) : own) });
  }
  const sorted = [...cells.values()].sort((a, b) => a.row - b.row || a.left - b.left);
  return { ...around(sorted), cells: sorted };
}

function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const length = rules
    .filter((rule) => Math.abs(rule.at - at) <= SAME)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(to, rule.to) - Math.max(from, rule.from)), 0);
  return length >= DRAWN * (to - from);
}

/** Numbers in order, those that are the same line once. */
function distinct(numbers: readonly number[]): number[] {
  const found: number[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    if (number - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME) found.push(number);
  }
  return found;
}

function boxOf({ isVertical, at, from, to }: Rule): Omit<Cell, 'row'> {
  return isVertical
    ? { left: at, right: at, top: from, bottom: to }
    : { left: from, right: to, top: at, bottom: at };
}

function overlap(a: Omit<Cell, 'row'>, b: Omit<Cell, 'row'>): boolean {
  const isBeside = a.left > b.right + SAME || b.left > a.right + SAME;
  return !isBeside && a.top <= b.bottom + SAME && b.top <= a.bottom + SAME;
}

function around(boxes: readonly Omit<Cell, 'row'>[]): Omit<Cell, 'row'> {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
