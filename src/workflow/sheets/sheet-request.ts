import type { Codebook } from '../../model/codebook.js';
import type { Language } from '../../model/language.js';
import type { SheetColumnName, SheetKind, SheetRow } from '../../model/sheet.js';

/** Which rows a sheet is to have, and for whom. */
export interface SheetRequest {
  readonly what: SheetKind;
  readonly coder: string;
  /** Nothing of what the program or others say is shown; of what is contested, not who said it. */
  readonly isBlind: boolean;
  /** Only what this coder coded. */
  readonly of?: string | undefined;
  readonly batch?: string | undefined;
  /** Only sentences of these cases. */
  readonly cases?: readonly string[] | undefined;
  readonly codebook: Codebook | null;
  readonly language: Language;
  /** Draws those that the sheet is to have, before the work of making rows of them. */
  readonly draw: <T>(items: readonly T[], about: (item: T) => unknown) => readonly T[];
}

/** The rows of a sheet, in the order of the cases and places, and the columns that people read and write. */
export interface SheetRows {
  readonly columns: readonly SheetColumnName[];
  /** The columns in which people write. */
  readonly open: readonly SheetColumnName[];
  readonly rows: readonly SheetRow[];
  /** What cells of a column offer, besides codes and verdicts. */
  readonly offers?: Readonly<Partial<Record<SheetColumnName, readonly string[]>>>;
}
