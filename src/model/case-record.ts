import type { Attributes } from './case.js';
import type { CellComment, CellDoubt } from './cell-doubt.js';
import type { Mark } from './mark.js';

/** One case as a file tells it, before it has its identity. `source` is as in `Case`. */
export interface CaseRecord<Text extends string | LongText = string> {
  readonly id?: string;
  readonly title?: string;
  readonly text: Text;
  /** The case has no text, and is to have none; otherwise an empty text is a fault. */
  readonly isWithoutText?: true;
  /** What the structure of the file says of stretches of the text. */
  readonly marks?: readonly Mark[];
  readonly attributes: Attributes;
  readonly source: string;
}

/** A text that is too long to be held: it is read piece by piece, as often as it is needed. */
export interface LongText {
  /** What it begins with, blanks aside; empty when there is nothing else. */
  readonly head: string;
  /** The sha256 of the whole, in hex. */
  readonly version: string;
  readonly pieces: () => AsyncIterable<TextPiece>;
}

/** The next stretch of a long text, and how many bytes of its file have been read with it. */
export interface TextPiece {
  readonly text: string;
  readonly bytes: number;
}

/** A column whose name an earlier one has already: what it is called instead, and the line of the header. */
export interface DoubledColumn {
  readonly line: number;
  readonly name: string;
  readonly as: string;
}

/** A table with a header row, its rows with the line they begin on; `path` is what messages call it. */
export interface AttributeTable {
  readonly path: string;
  readonly columns: readonly string[];
  readonly doubled?: readonly DoubledColumn[];
  readonly rows: readonly TableRow[];
  /** What people said of cells beside the table. */
  readonly comments?: readonly CellComment[];
}

/** A row of a table, by its columns. */
export interface TableRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
  /** The columns whose cells may not hold what people wrote into them. */
  readonly doubts?: Readonly<Record<string, CellDoubt>>;
}
