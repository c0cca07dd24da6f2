interface Ranked {
  readonly word: string;
  readonly frequency: number;
  readonly weight: number;
}

/** A word most of whose occurrences stand in one longer word is a part of that, */
const MOSTLY = 0.5;
/** unless the longer word is much less of a keyword, */
const RIVAL = 0.4;
/** or the word too rare to tell. */
const LEAST = 4;
/** How many of the ranked `withoutNested` looks at, for each that it keeps. */
export const REACH = 4;

/**
 * The first `top` of words ranked by weight, without those that a text repeats mostly within one longer word of the
 * list (档立卡贫困 in 建档立卡贫困户).
 */
export function withoutNested<T extends Ranked>(ranked: readonly T[], top: number): T[] {
  const pool = ranked.slice(0, REACH * top);
  const byWord = new Map(pool.map((entry) => [entry.word, entry]));
  const nested = new Set<T>();
  for (const longer of pool) {
    const { word } = longer;
    for (let start = 0; start < word.length; start += 1) {
      for (let end = start + 2; end <= word.length; end += 1) {
        const part = byWord.get(word.slice(start, end));
        if (part !== undefined && part !== longer && swallows(longer, part)) nested.add(part);
      }
    }
  }
  return pool.filter((entry) => !nested.has(entry)).slice(0, top);
}

function swallows(longer: Ranked, part: Ranked): boolean {
  if (longer.frequency < MOSTLY * part.frequency) return false;
  return part.frequency >= LEAST && longer.weight >= RIVAL * part.weight;
}
