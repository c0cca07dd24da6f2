/** Cells of a column that are printed as one: from which row on, and how many rows (two or more). */
export interface CellMerge {
  readonly column: number;
  readonly row: number;
  readonly rows: number;
}

/**
 * Finds the cells of level columns (from the top level down) that are printed as one: runs of the same text in one column,
 * each within one run of the column before. An empty cell is in no run, and a row whose further levels are empty begins one: it
 * is the code itself, with those under it below. Sorted by column, then row.
 */
export function findMerges(
  cells: readonly (readonly string[])[],
  levels: readonly number[],
): readonly CellMerge[] {
  let breaks: ReadonlySet<number> = new Set();
  return levels.flatMap((column, at) => {
    const below = levels.slice(at + 1);
    const starts = new Set(breaks);
    cells.forEach((row, index) => {
      const isSame = index > 0 && row[column] !== '' && row[column] === cells[index - 1]?.[column];
      const isCodeItself = below.length > 0 && below.every((one) => row[one] === '');
      if (!isSame || isCodeItself) starts.add(index);
    });
    breaks = starts;
    const sorted = [...starts].sort((a, b) => a - b);
    return sorted.flatMap((row, which): CellMerge[] => {
      const rows = (sorted[which + 1] ?? cells.length) - row;
      return rows > 1 ? [{ column, row, rows }] : [];
    });
  });
}
