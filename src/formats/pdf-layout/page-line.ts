import type { RegionKind } from '../../model/region.js';

/** A line of a page, with the edges of the column it stands in. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly column: Column;
  /** What it is known to be. */
  readonly kind?: RegionKind | undefined;
}

/** The edges of a column of text. */
export interface Column {
  readonly left: number;
  readonly right: number;
}
