import type { CodeLevel } from './codebook.js';
import type { PublishedCell, PublishedTable } from './published-table.js';

/** A published number, or a name or place of a code, that is not as before; null where the table did not have the row. */
export interface PublishedChange {
  readonly table: PublishedTable['name'];
  readonly codebookId: string;
  /** The code of the row; null where the row has none. */
  readonly codeId: string | null;
  /** What the row is called now, or was called when it was there last. */
  readonly row: string;
  /** A column of the table, or `name`. */
  readonly column: string;
  readonly before: PublishedCell;
  readonly now: PublishedCell;
}

/** A change with the level of its code, and how many decisions concern it. */
export interface ExplainedChange extends PublishedChange {
  /** Null for a row that is not a code. */
  readonly level: CodeLevel['name'] | null;
  /** Decisions about the code or a code under it that were not taken back; 0: what changed is what all numbers rest on. */
  readonly decisions: number;
}
