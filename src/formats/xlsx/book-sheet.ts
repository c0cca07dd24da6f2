import type { DataValidation, MergeRange } from 'hucre/xlsx';
import type { StyleName } from './styles.js';

/** What a cell holds: a text stays a text, whatever it looks like. */
export type BookCell = string | number | null;

/** A row as it is written; rows of one kind share their styles. */
export interface BookRow {
  readonly cells: readonly BookCell[];
  /** A cell without one is not written. */
  readonly styles: readonly (StyleName | undefined)[];
  /** In points; without it the usual one. */
  readonly height?: number | undefined;
}

/** A cell that leads to a cell of another sheet of the workbook; rows and columns count from 0. */
export interface CellLink {
  readonly row: number;
  readonly column: number;
  readonly sheet: string;
  readonly toRow: number;
}

/** A rectangle of cells, from 0. */
export interface CellRange {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A sheet of a workbook. Its rows are read once, when it is written. */
export interface BookSheet {
  readonly name: string;
  /** Of each column, in characters of the default font; null for one that is hidden. */
  readonly columns: readonly { readonly width: number; readonly isHidden?: boolean | undefined }[];
  readonly rows: Iterable<BookRow>;
  /** These stay in view, and come again on each printed page. */
  readonly headRows: number;
  /** The head and the rows that it filters. */
  readonly filtered?: CellRange | undefined;
  readonly merges?: readonly MergeRange[] | undefined;
  readonly links?: readonly CellLink[] | undefined;
  readonly validations?: readonly DataValidation[] | undefined;
  readonly isHidden?: boolean | undefined;
  readonly isPortrait?: boolean | undefined;
  readonly hasGrid?: boolean | undefined;
}

/** A range of a sheet that has a name. */
export interface NamedRange {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
}
