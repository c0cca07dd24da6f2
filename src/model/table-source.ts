import type { CountedRegions } from './counted-regions.js';

/** What a table was made from and how much of it a person confirmed; its caption is written from this. */
export interface TableSource {
  /** Id of the run whose results the table shows. */
  readonly runId: string;
  /** The codebook applied, none, or the two that a crosswalk lays side by side. */
  readonly codebooks: readonly { readonly id: string; readonly version: string }[];
  /** The attribute whose values form the groups; `case` for every case by itself, null for all as one. */
  readonly by: string | null;
  readonly weight: 'zhagen' | 'tfidf';
  /** What pairs of codes are counted in. */
  readonly unit: 'passage' | 'case';
  readonly cases: number;
  /**
   * The generations of statistics of the groups whose keywords the table shows, the oldest first, each with the run and
   * the number of cases it was computed from and over, and how many groups it ranks; none for other tables.
   */
  readonly generations: readonly {
    readonly number: number;
    readonly runId: string;
    readonly documents: number;
    readonly groups: number;
  }[];
  /** What of the texts was mined, coded and counted. */
  readonly regions: CountedRegions;
  /** Of the proposals behind the table, how many a person confirmed, and who. */
  readonly confirmed: { readonly count: number; readonly of: number; readonly coders: readonly string[] };
  readonly filters: {
    readonly coder?: string | undefined;
    readonly batch?: string | undefined;
    readonly status: 'all' | 'confirmed';
  };
}
