import type { CellComment } from './cell-doubt.js';
/** What is handed out as a sheet: verdicts that people give in Excel, WPS or LibreOffice. */
export const sheetKinds = [
  'screening',
  'open',
  'axial',
  'passages',
  'uncoded',
  'contested',
  'revisit',
] as const;

export type SheetKind = (typeof sheetKinds)[number];

/** The columns of sheets that people read or write; `code`, `code2` and `code3` take codes, `level1` is that of the top. */
export type SheetColumnName =
  | 'number'
  | 'case'
  | 'place'
  | 'words'
  | 'group'
  | 'word'
  | 'wordOrCode'
  | 'pos'
  | 'frequency'
  | 'cases'
  | 'screened'
  | 'into'
  | 'code'
  | 'code2'
  | 'code3'
  | `level${number}`
  | 'verdict'
  | 'said'
  | 'changed'
  | 'verdicts'
  | 'chosen'
  | 'decided'
  | 'why'
  | 'memo';

/** The columns of which each takes codes of a passage. */
export const codeColumns = ['code', 'code2', 'code3'] as const;

/** What people write in the column of verdicts. */
export const sheetVerdicts = ['confirm', 'reject', 'keep', 'drop', 'fold'] as const;

export type SheetVerdict = (typeof sheetVerdicts)[number];

/** What a row is about; the program writes it into hidden columns and finds the row by it again. */
export interface RowKey {
  readonly caseId?: string;
  readonly version?: string;
  /** Code points of the raw text. */
  readonly start?: number;
  readonly end?: number;
  /** Ids of the codes that the row had when it was written. */
  readonly codes?: readonly string[];
  /** Ids of the decisions in force on it then: the coder's own, or those that differ. */
  readonly decisions?: readonly string[];
  /** Hash of the words that people read in the row. */
  readonly quote?: string;
  readonly group?: string;
  readonly word?: string;
}

/** A row: what it is about, and what people read in it. */
export interface SheetRow {
  readonly key: RowKey;
  readonly cells: Readonly<Partial<Record<SheetColumnName, string | number | null>>>;
}

/** For whom a sheet was written, from what, and which one it is. */
export interface SheetHead {
  readonly what: SheetKind;
  /** Whether it shows nothing of what the program or others say; of what is contested, whether it hides who said what. */
  readonly isBlind: boolean;
  readonly coder: string;
  /** The codebook whose codes it takes, the empty id for the one that people grow; null for none. */
  readonly codebookId: string | null;
  /** Hash of what it contains: a sheet that is handed in again takes the place of what it said before. */
  readonly id: string;
}

/** The hidden sheet of a workbook that has the lists which cells offer. */
export const LISTS = 'lists';

/** What of a file of sheets nothing was read from. */
export interface UnreadOfSheet {
  /** The names of other sheets that hold anything. */
  readonly unread: readonly string[];
  /** What people said of cells. */
  readonly comments: readonly CellComment[];
}
