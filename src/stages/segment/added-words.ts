/** Words taught to the segmenter, with their part of speech. */
export interface AddedWords {
  readonly pos: ReadonlyMap<string, string>;
  /** Length of the longest of them in UTF-16 units. */
  readonly longest: number;
}

type Part = { readonly word: string };

/**
 * Joins neighbouring parts that together make up an added word, the longest first: jieba gives every inserted
 * word the same small probability, so its best path may still cut one into two very frequent words. The parts come in
 * pieces, and a word may begin in one and end in another.
 */
export function* joinAddedWords<T extends Part>(
  pieces: Iterable<readonly T[]>,
  added: AddedWords,
  make: (word: string, pos: string) => T,
): Generator<readonly T[]> {
  let open: readonly T[] = [];
  for (const piece of pieces) {
    const parts = open.length === 0 ? piece : [...open, ...piece];
    const { joined, read } = joinParts(parts, closedEnd(parts, added), added, make);
    yield joined;
    open = parts.slice(read);
  }
  if (open.length > 0) yield joinParts(open, open.length, added, make).joined;
}

/** Joins the words that begin before `end`; `read` is how many parts they take. */
function joinParts<T extends Part>(
  parts: readonly T[],
  end: number,
  added: AddedWords,
  make: (word: string, pos: string) => T,
): { readonly joined: readonly T[]; readonly read: number } {
  const joined: T[] = [];
  let read = 0;
  while (read < end) {
    const { word, size } = longestAt(parts, read, added);
    joined.push(size === 1 ? (parts[read] as T) : make(word, added.pos.get(word) as string));
    read += size;
  }
  return { joined, read };
}

/** So many parts have all behind them that an added word can hold. */
function closedEnd(parts: readonly Part[], { longest }: AddedWords): number {
  let end = parts.length;
  for (let length = 0; end > 0 && length < longest; end -= 1) length += (parts[end - 1] as Part).word.length;
  return end;
}

function longestAt(parts: readonly Part[], start: number, added: AddedWords): { word: string; size: number } {
  let best = { word: '', size: 1 };
  let word = '';
  for (let i = start; i < parts.length; i += 1) {
    word += parts[i]?.word;
    if (word.length > added.longest) break;
    if (i > start && added.pos.has(word)) best = { word, size: i - start + 1 };
  }
  return best;
}
