/** The passage that has the focus, or in which something has it, and the column that it is in. */
export function focusedPassage(): { readonly id: string; readonly column: number } | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-passage]');
  const column = row?.closest<HTMLElement>('[data-column]');
  return row && column
    ? { id: row.dataset['passage'] ?? '', column: Number(column.dataset['column']) }
    : null;
}

/** Goes to the passage after or before one, in its column; from nowhere to the first. */
export function focusStep(from: string | null, step: 1 | -1): void {
  const row = rows().find((one) => one.dataset['passage'] === from);
  const own = rows(row?.closest('[data-column]') ?? document);
  focus(row === undefined ? own[0] : own[own.indexOf(row) + step]);
}

/** Goes on from a passage that will be gone: to the next one, else to the one before. */
export function focusBeside(id: string): void {
  const row = rows().find((one) => one.dataset['passage'] === id);
  focus((row?.nextElementSibling ?? row?.previousElementSibling) as HTMLElement | null);
}

/** Goes to the passage in another column that is at about the same height. */
export function focusColumn(column: number): void {
  const own = document.querySelector(`[data-column="${column}"]`);
  if (own === null) return;
  const top = document.activeElement?.getBoundingClientRect().top ?? 0;
  const height = (row: HTMLElement) => Math.abs(row.getBoundingClientRect().top - top);
  focus(rows(own).sort((one, other) => height(one) - height(other))[0]);
}

const rows = (within: ParentNode = document) => [...within.querySelectorAll<HTMLElement>('[data-passage]')];

function focus(row: HTMLElement | null | undefined): void {
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
