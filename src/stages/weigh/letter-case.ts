const LATIN_WORD = /(?<![\p{Script=Latin}\d])[\p{Script=Latin}\d]*\p{Script=Latin}[\p{Script=Latin}\d]*/gu;

/**
 * Finds out under which form a document mostly writes the words that it writes in several (GDP, gdp, Gdp): the most
 * frequent one, of several the first.
 */
export function usualForms(text: string): (word: string) => string {
  const forms = new Map<string, Map<string, number>>();
  for (const [word] of text.matchAll(LATIN_WORD)) {
    const lower = foldCase(word);
    const counts = forms.get(lower);
    if (counts === undefined) forms.set(lower, new Map([[word, 1]]));
    else counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const usual = new Map<string, string>();
  for (const [lower, counts] of forms) {
    if (counts.size === 1) continue;
    const [first] = [...counts].sort((a, b) => b[1] - a[1]);
    if (first) usual.set(lower, first[0]);
  }
  return usual.size === 0 ? (word) => word : (word) => usual.get(foldCase(word)) ?? word;
}

/** Brings words that differ in capitals alone to one form, to look them up. */
export function foldCase(word: string): string {
  return word.toLowerCase();
}
