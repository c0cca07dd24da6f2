/** Words taught to the segmenter, with their part of speech. */
export interface AddedWords {
  readonly pos: ReadonlyMap<string, string>;
  /** Length of the longest of them in UTF-16 units. */
  readonly longest: number;
}

/**
 * Joins neighbouring parts that together make up an added word, the longest first: jieba gives every inserted
 * word the same small probability, so its best path may still cut one into two very frequent words.
 */
export function joinAddedWords<T extends { readonly word: string }>(
  parts: readonly T[],
  added: AddedWords,
  make: (word: string, pos: string) => T,
): T[] {
  const joined: T[] = [];
  for (let i = 0; i < parts.length; ) {
    const { word, size } = longestAt(parts, i, added);
    joined.push(size === 1 ? (parts[i] as T) : make(word, added.pos.get(word) as string));
    i += size;
  }
  return joined;
}

function longestAt(
  parts: readonly { readonly word: string }[],
  start: number,
  added: AddedWords,
): { word: string; size: number } {
  let best = { word: '', size: 1 };
  let word = '';
  for (let i = start; i < parts.length; i += 1) {
    word += parts[i]?.word;
    if (word.length > added.longest) break;
    if (i > start && added.pos.has(word)) best = { word, size: i - start + 1 };
  }
  return best;
}
