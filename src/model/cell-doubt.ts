/** Why a cell is doubtful: an error, a formula without value, a picture, a date, digits lost, a number shown as another. */
export type CellFault = 'error' | 'no-value' | 'picture' | 'date' | 'digits' | 'format';

/** Why a cell may not hold what people wrote into it, and what it shows, as far as that is known. */
export interface CellDoubt {
  readonly kind: CellFault;
  readonly shown: string;
}

/** A row with cells that may not hold what people wrote into them. */
export interface DoubtfulRow {
  readonly line: number;
  readonly cells: readonly (CellDoubt & { readonly column: string })[];
}

/** What somebody said of a cell beside the sheet: nothing reads it. */
export interface CellComment {
  readonly line: number;
  readonly column: string;
  readonly text: string;
}
