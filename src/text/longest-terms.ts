import { isWithinWord } from './word-bounds.js';

/** An occurrence of a term at `[at, at + length)` (UTF-16). */
export interface TermPlace {
  readonly at: number;
  readonly length: number;
}

/** Terms ready to be looked up at single places of texts: what `TermMatcher` finds there, without reading the whole text. */
export interface TermLookup {
  /** The length (UTF-16) of the longest term at a place of a text, or 0; never within a Latin word or number. */
  readonly longestAt: (text: string, at: number) => number;
  readonly maxLength: number;
}

/** Makes terms ready to be looked up at places of texts. */
export function lookUpTerms(terms: ReadonlySet<string> | ReadonlyMap<string, unknown>): TermLookup {
  const lengths = new Map<number, number[]>();
  let maxLength = 0;
  for (const term of terms.keys()) {
    const { length } = term;
    const ofUnit = lengths.get(term.charCodeAt(0)) ?? [];
    if (!ofUnit.includes(length)) lengths.set(term.charCodeAt(0), [...ofUnit, length]);
    maxLength = Math.max(maxLength, length);
  }
  for (const ofUnit of lengths.values()) ofUnit.sort((a, b) => b - a);
  return {
    maxLength,
    longestAt(text, at) {
      const ofUnit = lengths.get(text.charCodeAt(at));
      if (ofUnit === undefined || isWithinWord(text, at)) return 0;
      for (const length of ofUnit) {
        const end = at + length;
        if (end <= text.length && terms.has(text.slice(at, end)) && !isWithinWord(text, end)) return length;
      }
      return 0;
    },
  };
}

/**
 * The matches that begin at given places, of those that `TermMatcher.find` gives for the whole text.
 * @param places in rising order
 */
export function matchesAt(lookup: TermLookup, text: string, places: Iterable<number>): TermPlace[] {
  const matches: TermPlace[] = [];
  let free = 0;
  for (const place of places) {
    free = freeFrom(lookup, text, place, free);
    if (free !== place) continue;
    const length = lookup.longestAt(text, place);
    if (length > 0) matches.push({ at: place, length });
    free += Math.max(length, 1);
  }
  return matches;
}

/** What two sets of terms match of a text, where that is not the same. */
export interface DifferentMatches {
  readonly before: readonly TermPlace[];
  readonly after: readonly TermPlace[];
}

/**
 * The matches of two sets of terms around the places where one set has a term that the other has not; elsewhere both match
 * the same. Matches of both are among them.
 * @param places where such terms begin, in rising order
 */
export function differentMatches(
  before: TermLookup,
  after: TermLookup,
  text: string,
  places: Iterable<number>,
): DifferentMatches {
  const [old, now]: [TermPlace[], TermPlace[]] = [[], []];
  const takeAt = (lookup: TermLookup, at: number, matches: TermPlace[]): number => {
    const length = lookup.longestAt(text, at);
    if (length > 0) matches.push({ at, length });
    return at + Math.max(length, 1);
  };
  let free = 0;
  for (const place of places) {
    free = freeFrom(before, text, place, free);
    if (free !== place) continue;
    let [was, is] = [place, place];
    do {
      const from = Math.min(was, is);
      const [takesOld, takesNow] = [was === from, is === from];
      if (takesOld) was = takeAt(before, from, old);
      if (takesNow) is = takeAt(after, from, now);
    } while (was !== is);
    free = was;
  }
  return { before: old, after: now };
}

/**
 * The first place from `place` on over which no match reaches that begins before it. None reaches over `free`, which lies
 * before or behind it.
 */
function freeFrom({ longestAt, maxLength }: TermLookup, text: string, place: number, free: number): number {
  let from = Math.max(place, free);
  for (let at = from - 1; at >= Math.max(free, from - maxLength + 1); at -= 1) {
    if (at + longestAt(text, at) > from) from = at;
  }
  while (from < place) from += Math.max(longestAt(text, from), 1);
  return from;
}
