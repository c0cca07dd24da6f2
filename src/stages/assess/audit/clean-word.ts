/** A word without what printing adds: width variants and blanks around it. */
export function cleanWord(word: string): string {
  return word.normalize('NFKC').trim();
}
