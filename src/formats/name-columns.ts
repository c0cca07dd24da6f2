import { UserError } from '../errors.js';
import type { AttributeTable, DoubledColumn } from '../model/case-record.js';

/** The columns of a table by their places from 0, and those whose name another one has already. */
export interface NamedColumns {
  readonly columns: ReadonlyMap<number, string>;
  readonly doubled: readonly DoubledColumn[];
}

/**
 * Names columns by a header row on the given line. A column without name is called by its letter, or left out
 * when it holds nothing; of several with one name the second is called `name 2`, the third `name 3`.
 */
export function nameColumns(
  header: readonly (string | undefined)[],
  filled: ReadonlySet<number>,
  line: number,
): NamedColumns {
  const given = header.map((name = '') => name.trim());
  const width = [...filled].reduce((most, column) => Math.max(most, column + 1), given.length);
  const taken = new Set(given);
  const numbers = new Map<string, number>();
  const columns = new Map<number, string>();
  const doubled: DoubledColumn[] = [];
  for (let column = 0; column < width; column += 1) {
    const name = given[column] || (filled.has(column) ? `(${letterOf(column)})` : '');
    if (name === '') continue;
    let number = (numbers.get(name) ?? 0) + 1;
    while (number > 1 && taken.has(`${name} ${number}`)) number += 1;
    numbers.set(name, number);
    const as = number === 1 ? name : `${name} ${number}`;
    columns.set(column, as);
    if (number > 1) doubled.push({ line, name, as });
  }
  return { columns, doubled };
}

/**
 * A table none of whose columns stands twice, or none of those that are named.
 * @throws UserError import/doubled-column
 */
export function withSingleColumns(
  table: AttributeTable,
  names: readonly (string | undefined)[] = table.columns,
): AttributeTable {
  const twice = table.doubled?.find(({ name }) => names.includes(name));
  if (twice === undefined) return table;
  const { line, name: column } = twice;
  throw new UserError('import/doubled-column', { path: table.path, line, column });
}

/** The columns, by their places from 0, that hold anything but blanks. */
export function filledColumns(rows: readonly (readonly (string | undefined)[])[]): ReadonlySet<number> {
  const filled = new Set<number>();
  for (const row of rows) {
    row.forEach((cell, at) => {
      if (cell?.trim()) filled.add(at);
    });
  }
  return filled;
}

/** The letters that a spreadsheet calls a column by. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}
