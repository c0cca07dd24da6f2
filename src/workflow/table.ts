import type { TableName } from '../model/table-name.js';
import type { TableSource } from '../model/table-source.js';
import type { ViewRequest } from '../project/choose-view.js';
import type { CodingFilter } from '../project/select-coding.js';

/** Which table, over what. */
export interface TableRequest extends CodingFilter, ViewRequest {
  readonly name: TableName;
  /** Attribute, `case`, or left out: keywords as mined, pillars over all cases. */
  readonly by?: string | undefined;
  /** Values of the attribute: the groups that a crosstab compares, otherwise all; for keyness those that form the one group. */
  readonly group?: readonly string[] | undefined;
  /** For keyness the values that form the other group, otherwise all others. */
  readonly against?: readonly string[] | undefined;
  /** For keyness: words in fewer cases are left out. */
  readonly minCases?: number | undefined;
  readonly weight?: 'zhagen' | 'tfidf' | undefined;
  /** What pairs of codes are counted in: by default passages, at the lowest level. */
  readonly unit?: TableSource['unit'] | undefined;
  /** The greatest distance between two sentences of a window; makes windows the units. */
  readonly within?: number | undefined;
  readonly level?: number | undefined;
  /** The first rows alone, so many of them; evidence is then read no further. */
  readonly rows?: number | undefined;
  /** How many random tables an exact test draws, and their seed. */
  readonly resamples?: number | undefined;
  readonly seed?: number | undefined;
  /** How many quotes a code or pillar, or places two codes get at most. */
  readonly quotes?: number | undefined;
  /** Attributes of the cases, each in a column of its own. */
  readonly withAttributes?: readonly string[] | undefined;
  /** The codebooks that are laid side by side, two or more. */
  readonly codebooks?: readonly string[] | undefined;
}

export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A table: its rows as the schemas in `model/table-rows.ts` have them, and what it was made from. */
export interface Table {
  readonly name: TableName;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The sums over all rows, for where the table is printed: data has none. What has no sum is not in it. */
  readonly total?: Row | undefined;
  readonly source: TableSource;
}
