import type { BrowsedCode, BrowsedCodes } from '../../../../workflow/browse-codes.js';

/** How the row of a code is named among all rows: codes and keywords are never mixed up. */
export const codeRow = (id: string) => `code ${id}`;

/** How the row of a keyword is named. */
export const wordRow = (word: string) => `word ${word}`;

/** The kind and the name of a row. */
export function splitRow(row: string): readonly [kind: string, name: string] {
  const at = row.indexOf(' ');
  return [row.slice(0, at), row.slice(at + 1)];
}

/** Rows as the codes and the keywords that they are; what is gone is left out. */
export function itemsOf({ codes, unmapped }: BrowsedCodes, rows: readonly string[]) {
  const names = new Set(rows);
  return {
    codes: codes.filter(({ id }) => names.has(codeRow(id))),
    words: unmapped.flatMap(({ word }) => (names.has(wordRow(word)) ? [word] : [])),
  };
}

/** A code and those above it, the top one first. */
export function pathOf(codes: readonly BrowsedCode[], id: string): readonly string[] {
  const code = codes.find((one) => one.id === id);
  if (code === undefined) return [];
  return code.parent === null ? [id] : [...pathOf(codes, code.parent), id];
}
