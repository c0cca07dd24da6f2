import type { RegionKind } from '../../model/region.js';
import type { Cell } from './ruled-tables.js';

/** A piece of text as a PDF page places it: its two-dimensional transform (y downwards), its length, its direction. */
export interface PlacedText {
  readonly text: string;
  readonly transform: readonly number[];
  readonly length: number;
  readonly isVertical: boolean;
}

/** Text that stands together on one line; x runs along the reading direction, y towards the next line. */
export interface Fragment {
  text: string;
  readonly left: number;
  right: number;
  readonly y: number;
  readonly size: number;
  /** The cell of a ruled table that it is in. */
  readonly cell?: Cell | undefined;
  /** What it is known to be. */
  readonly kind?: RegionKind | undefined;
}

/** Gaps in ems: within a word, of a blank, of an ideographic blank; what is wider parts cells or columns. */
const NO_GAP = 0.25;
const BLANK = 0.75;
const WIDE_BLANK = 1.5;

/** The blank between two texts on a line that are `gap` ems apart. */
export function blankFor(gap: number, isParted: boolean): string {
  if (gap >= WIDE_BLANK) return '\t';
  if (gap >= BLANK) return '\u3000';
  return gap > NO_GAP || isParted ? ' ' : '';
}
