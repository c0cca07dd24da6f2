/**
 * What was counted of a string in some texts. Every number is a sum over its occurrences (the cases one over texts), so
 * that the counts of two sets of texts add up to those of both.
 */
export interface StringCounts {
  /** The string, Han characters alone; empty for the sums over all texts: their number and that of their characters. */
  readonly text: string;
  readonly frequency: number;
  /** Texts with an occurrence. */
  readonly cases: number;
  /** Occurrences that begin and end where a term may. */
  readonly aligned: number;
  /** Occurrences that the segmenter emits as one word. */
  readonly whole: number;
  /** Occurrences that begin and end where the dictionary alone cuts. */
  readonly onKnownCuts: number;
  /** Cuts of the dictionary alone within the occurrences, all told. */
  readonly knownCutsInside: number;
  /** Of a single character: words of several characters that it begins, and that it ends. Of all else 0. */
  readonly begins: number;
  readonly ends: number;
  readonly left: NeighbourCounts;
  readonly right: NeighbourCounts;
}

/** The characters on one side of a string and how often each stands there, in turn; ordered by code point, 0 for no Han. */
export type NeighbourCounts = readonly number[];

/** The numbers of `StringCounts` in the order in which they are written. */
export const STRING_NUMBERS = [
  'frequency',
  'cases',
  'aligned',
  'whole',
  'onKnownCuts',
  'knownCutsInside',
  'begins',
  'ends',
] as const satisfies readonly (keyof StringCounts)[];

/** What must be the same of counts that are added up. */
export interface CountsKind {
  /** Characters of the longest strings that were counted. */
  readonly maxLength: number;
  /** The version of the program that counted: another one may segment differently. */
  readonly toolVersion: string;
}
