/** Goes to the row above or below in its column, or to the column beside. */
export function moveRowFocus(key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'): void {
  const columns = [...document.querySelectorAll('.codes-column')].map((column) => [
    ...column.querySelectorAll<HTMLElement>('.codes-row'),
  ]);
  const at = columns.findIndex((rows) => rows.includes(document.activeElement as HTMLElement));
  const rows = columns[at] ?? [];
  const row = rows.indexOf(document.activeElement as HTMLElement);
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

/** Gives a row the focus; where it is gone, the one that is at its place now. */
export function keepRowFocus(row: string | null, place: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.codes-row')];
  focusRow(rows.find((one) => one.dataset['row'] === row) ?? rows[Math.min(place, rows.length - 1)]);
}

/** Which of all rows has the focus. */
export function placeOfFocus(): number {
  return [...document.querySelectorAll('.codes-row')].indexOf(document.activeElement as Element);
}

function focusRow(row: HTMLElement | undefined): void {
  row?.focus();
  row?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
