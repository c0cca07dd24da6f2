import type { Language } from './language.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The letters of the n-th coder, counted from 0: A, B, …, Z, AA. */
export function lettersOf(index: number): string {
  const before = Math.floor(index / LETTERS.length);
  return `${before > 0 ? lettersOf(before - 1) : ''}${LETTERS[index % LETTERS.length]}`;
}

/** What stands in the place of a coder's name where names are hidden: 编码者 A. */
export function hiddenName(index: number, language: Language): string {
  return language === 'zh' ? `编码者 ${lettersOf(index)}` : `Coder ${lettersOf(index)}`;
}

/** The coder who is meant by a hidden name or its letter alone, among coders in their order. */
export function coderOfHiddenName(written: string, coders: readonly string[]): string | undefined {
  const letters = written
    .normalize('NFKC')
    .replace(/^(?:编码者|coder)/iu, '')
    .trim()
    .toUpperCase();
  return coders.find((_, index) => lettersOf(index) === letters);
}
