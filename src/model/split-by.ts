/**
 * Where a document of many cases is split: at its headings of a level (1 the highest, 0 the style "Title"), at the titles that
 * its table of contents lists, or at the lines that match a regular expression.
 */
export type SplitBy =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'contents' }
  | { readonly kind: 'line'; readonly pattern: string };

/** Text of a document that belongs to none of its cases; lengths in code points. */
export interface TextOutside {
  readonly characters: number;
  readonly beginning: string;
}

/** One case of a document: the span of its text in the whole, in code points, and how it begins behind its title. */
export interface SplitCase {
  readonly title: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly beginning: string;
}

/** How a document was split, and what of it is in no case. */
export interface SplitDocument {
  readonly source: string;
  readonly by: SplitBy;
  readonly cases: readonly SplitCase[];
  readonly outside: readonly TextOutside[];
  /** Entries of the table of contents that were not found in the text. */
  readonly unmatched: readonly string[];
}
