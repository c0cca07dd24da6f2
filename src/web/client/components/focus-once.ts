/** Gives a field the focus when it appears. */
export function focusOnce(field: HTMLElement | null): void {
  field?.focus();
}
