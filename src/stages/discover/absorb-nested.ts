/** Share of a word's occurrences inside one longer word from which on it is a part of that word. */
const MOSTLY = 0.8;

/**
 * Leaves out of a ranked list the words that live (nearly) only inside one longer word that ranks before
 * them: 建档立卡贫困户 stays, 档立卡贫困 goes. Keeps the order.
 */
export function absorbNested<T extends { readonly word: string; readonly frequency: number }>(
  ranked: readonly T[],
): T[] {
  /** The highest frequency of a word before it that holds it, of each word of the list. */
  const within = new Map<string, number>(ranked.map(({ word }) => [word, 0]));
  return ranked.filter(({ word, frequency }) => {
    if ((within.get(word) as number) >= MOSTLY * frequency) return false;
    for (const part of properParts(word)) {
      const known = within.get(part);
      if (known !== undefined && known < frequency) within.set(part, frequency);
    }
    return true;
  });
}

/** The parts of a word that are shorter than it and longer than one character. */
function* properParts(word: string): Generator<string> {
  const edges = [0];
  for (const character of word) edges.push((edges.at(-1) as number) + character.length);
  const size = edges.length - 1;
  for (let length = 2; length < size; length += 1) {
    for (let start = 0; start + length <= size; start += 1) {
      yield word.slice(edges[start], edges[start + length]);
    }
  }
}
