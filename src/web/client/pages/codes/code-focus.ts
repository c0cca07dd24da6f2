/** Goes to the row above or below in its column, or to the column beside. */
export function moveRowFocus(key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'): void {
  const columns = rowsOfColumns();
  const { column: at, row } = placeIn(columns);
  const rows = columns[at] ?? [];
  focusRow(
    at < 0
      ? columns.find((one) => one.length > 0)?.[0]
      : key === 'ArrowUp' || key === 'ArrowDown'
        ? rows[row + (key === 'ArrowUp' ? -1 : 1)]
        : inColumnBeside(key === 'ArrowLeft' ? columns.slice(0, at).reverse() : columns.slice(at + 1)),
  );
}

/** The row to go to in the next column that has any: the chosen one, or the one above it. */
function inColumnBeside(columns: readonly (readonly HTMLElement[])[]): HTMLElement | undefined {
  const next = columns.find((one) => one.length > 0);
  return next?.find((one) => one.matches('.above, [aria-current]')) ?? next?.[0];
}

/** The row that has the focus. */
export function focusedRow(): string | null {
  return document.activeElement?.getAttribute('data-row') ?? null;
}

/** Where a row is: its column, and its place there; -1 for none. */
export interface RowPlace {
  readonly column: number;
  readonly row: number;
}

/** Gives a row the focus; where it is gone, the one that is at its place now, or the last one of its column. */
export function keepRowFocus(name: string | null, { column, row }: RowPlace): void {
  const columns = rowsOfColumns();
  const rows = columns[column] ?? [];
  focusRow(columns.flat().find((one) => one.dataset['row'] === name) ?? rows[row] ?? rows.at(-1));
}

/** Which row has the focus. */
export const placeOfFocus = (): RowPlace => placeIn(rowsOfColumns());

const rowsOfColumns = () =>
  [...document.querySelectorAll('.codes-column')].map((column) => [
    ...column.querySelectorAll<HTMLElement>('.codes-row'),
  ]);

function placeIn(columns: readonly (readonly HTMLElement[])[]): RowPlace {
  const focused = document.activeElement as HTMLElement;
  const column = columns.findIndex((rows) => rows.includes(focused));
  return { column, row: columns[column]?.indexOf(focused) ?? -1 };
}

function focusRow(row: HTMLElement | undefined): void {
  row?.focus();
  row?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
