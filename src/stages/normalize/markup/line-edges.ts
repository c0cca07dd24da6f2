/** Whether a line begins at a place of a text (UTF-16 units). */
export function isLineStart(text: string, at: number): boolean {
  return at === 0 || /[\r\n\f]/.test(text[at - 1] ?? '');
}

/** Whether a line ends at a place of a text (UTF-16 units). */
export function isLineEnd(text: string, at: number): boolean {
  return at === text.length || /[\r\n\f]/.test(text[at] ?? '');
}
