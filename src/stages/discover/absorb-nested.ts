/** Share of a word's occurrences inside one longer word from which on it is a part of that word. */
const MOSTLY = 0.8;

/**
 * Leaves out of a ranked list the words that live (nearly) only inside one longer word that ranks before
 * them: 建档立卡贫困户 stays, 档立卡贫困 goes. Keeps the order.
 */
export function absorbNested<T extends { readonly word: string; readonly frequency: number }>(
  ranked: readonly T[],
): T[] {
  const within = new Map<string, number>();
  return ranked.filter(({ word, frequency }) => {
    if ((within.get(word) ?? 0) >= MOSTLY * frequency) return false;
    for (const part of properParts(word)) within.set(part, Math.max(frequency, within.get(part) ?? 0));
    return true;
  });
}

/** The parts of a word that are shorter than it and longer than one character. */
function* properParts(word: string): Generator<string> {
  const characters = [...word];
  for (let length = 2; length < characters.length; length += 1) {
    for (let start = 0; start + length <= characters.length; start += 1) {
      yield characters.slice(start, start + length).join('');
    }
  }
}
