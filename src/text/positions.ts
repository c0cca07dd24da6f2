/** Finds where strings of two UTF-16 units at least stand in one text. */
export interface Positions {
  /** The first place from `from` on, in UTF-16 units, or -1. */
  readonly first: (word: string, from?: number) => number;
  /** The last place, or -1. */
  readonly last: (word: string) => number;
}

const NONE = -1;

/** An index of a text by pairs of characters, for many questions: each costs as much as its first pair is frequent. */
export function positionsIn(text: string): Positions {
  const shift = Math.clz32(text.length | 1);
  const size = 2 ** (32 - shift);
  const heads = new Int32Array(size).fill(NONE);
  const tails = new Int32Array(size).fill(NONE);
  const next = new Int32Array(text.length).fill(NONE);
  const previous = new Int32Array(text.length);
  const slotOf = (string: string, at: number) =>
    Math.imul(Math.imul(string.charCodeAt(at), 0x10001) ^ string.charCodeAt(at + 1), 0x9e3779b1) >>> shift;

  for (let i = 0; i < text.length - 1; i += 1) {
    const slot = slotOf(text, i);
    const before = tails[slot] as number;
    previous[i] = before;
    if (before === NONE) heads[slot] = i;
    else next[before] = i;
    tails[slot] = i;
  }

  const search = (ends: Int32Array, links: Int32Array, word: string, from: number): number => {
    let at = ends[slotOf(word, 0)] as number;
    while (at !== NONE && (at < from || !text.startsWith(word, at))) at = links[at] as number;
    return at;
  };
  return {
    first: (word, from = 0) => search(heads, next, word, from),
    last: (word) => search(tails, previous, word, 0),
  };
}
