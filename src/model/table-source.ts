import type { CodeLevel } from './codebook.js';
import type { Contrast } from './contrast.js';
import type { CountedRegions } from './counted-regions.js';
import type { KwicOrder } from './kwic-order.js';
import type { ReliabilitySource } from './reliability-source.js';
import type { SaturationSource } from './saturation-source.js';
import type { View } from './view.js';

/** What a table was made from and how much of it a person confirmed; its caption is written from this. */
export interface TableSource {
  /** Ids of the runs whose results the table shows: one, or one for each codebook of a crosswalk. */
  readonly runIds: readonly string[];
  /** The codebook applied, none, or the two that a crosswalk lays side by side; heads are named after their levels. */
  readonly codebooks: readonly {
    readonly id: string;
    readonly version: string;
    readonly levels: readonly CodeLevel[];
  }[];
  /** The attribute whose values form the groups; `case` for every case by itself, null for all as one. */
  readonly by: string | null;
  readonly weight: 'zhagen' | 'tfidf';
  /** What pairs of codes are counted in, and how far apart the sentences of a window are at most. */
  readonly unit: 'passage' | 'paragraph' | 'case' | 'window';
  readonly within?: number | undefined;
  /** The level at which pairs of codes are counted, 1 being the top; null for the lowest. */
  readonly level: number | null;
  readonly cases: number;
  /** How many of them have no text: people may code them, and nothing is mined, found or covered in them. */
  readonly withoutText: number;
  /** Cases (of the batch) that were excluded by decision: they are in none of the numbers. */
  readonly excluded: number;
  /** Cases (of the batch) that are sealed and not excluded: they are in none of the numbers either. */
  readonly sealed: number;
  /**
   * The generations of statistics of the groups whose keywords the table shows, the oldest first, each with the run and
   * the number of cases it was computed from and over, and how many groups it ranks; none for other tables.
   */
  readonly generations: readonly {
    readonly number: number;
    readonly runId: string;
    readonly documents: number;
    /** The file that the statistics came from, of cases elsewhere; null: of cases of the project. */
    readonly file: string | null;
    readonly groups: number;
  }[];
  /** What of the texts was mined, coded and counted. */
  readonly regions: CountedRegions;
  /** Of the proposals behind the table, how many a person confirmed, and who. */
  readonly confirmed: { readonly count: number; readonly of: number; readonly coders: readonly string[] };
  /** How many of the references are codings of a case as a whole. */
  readonly wholeCases: number;
  /** How many verdicts on words coders differ about, unadjudicated; the earliest is in force. */
  readonly contested: number;
  /** Of a table that compares groups of cases: which, and what of them was tested. */
  readonly contrast?: Contrast;
  /** The attributes of the cases that a table of the sample lists by their values, and those that it does not. */
  readonly sample?: { readonly listed: readonly string[]; readonly unlisted: readonly string[] };
  /** Of a list of words: what of the counted texts they make up (code points). */
  readonly words?: { readonly tokens: number; readonly characters: number; readonly ofText: number };
  /** Of occurrences in context: the word or code that was looked for, and what they are sorted by. */
  readonly kwic?: { readonly word: string; readonly sort: KwicOrder };
  /** Of a table of how coders agree, and of one of saturation: what was measured, and how. */
  readonly reliability?: ReliabilitySource;
  readonly saturation?: SaturationSource;
  /** Whose verdicts the rows follow. */
  readonly view: View;
  readonly filters: {
    readonly batch?: string | undefined;
    readonly status: 'all' | 'confirmed';
    /** So many rows of it, the first, where not all of them are shown. */
    readonly rows?: number | undefined;
    /** So many quotes at most for each code or pillar, in the tables that quote. */
    readonly quotes?: number | undefined;
  };
}
