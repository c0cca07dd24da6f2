import type { DoubtfulRow } from './cell-doubt.js';

/** What the columns of a table of hand codings are about; `code`, `level` and `parent` are those of a long table. */
export const codingRoles = ['case', 'keyword', 'quote', 'coder', 'memo', 'code', 'level', 'parent'] as const;

export type CodingRole = (typeof codingRoles)[number];

/** A level of a study: what its table calls it, and what it is called in the map. */
export interface StudyLevel {
  readonly title: string;
  readonly alias: string;
}

/** Which column of a table is about what; the levels from the lowest up, each with the head of its column. */
export interface CodingMap {
  readonly roles: Readonly<Partial<Record<CodingRole, string>>>;
  readonly levels: readonly StudyLevel[];
}

/** A code as a row names it: the cell, the title of its level, and its column. */
export interface NamedCode {
  readonly cell: string;
  readonly level: string;
  readonly column: string;
}

/** A row of hand coding. Without a case it says only where a code belongs. */
export interface CodingRow {
  readonly line: number;
  readonly caseName: string;
  readonly caseColumn: string;
  readonly keyword: string;
  readonly quote: string;
  readonly coder: string;
  readonly memo: string;
  /** From the lowest that the row names up; the first is given to the passage. */
  readonly path: readonly [NamedCode, ...NamedCode[]];
}

/** The rows of a table of hand codings. */
export interface CodingRows {
  readonly rows: readonly CodingRow[];
  /** The levels that its rows name, from the lowest up. */
  readonly levels: readonly StudyLevel[];
  /** Rows that have no code: nothing was coded there. */
  readonly blank: number;
  /** Rows that are asked about, and not among the others: cells of theirs may not hold what people wrote. */
  readonly doubtful: readonly DoubtfulRow[];
  /** Columns that nothing was read from. */
  readonly unmapped: readonly string[];
}
