import type { Language } from './language.js';

/** A report before it is a file: what it says in which order, in no format yet. */
export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  /** What stands small under the title. */
  readonly subtitle: string;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock =
  | HeadingBlock
  | ParagraphBlock
  | TableBlock
  | FigureBlock
  | QuoteBlock
  | LeadBlock
  | NoteBlock
  | PageBreak;

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** By what links lead here. */
  readonly anchor: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly runs: readonly TextRun[];
}

/** Text in one style: a `gap` is a place where the authors have to write, `code` what is typed or compared. */
export interface TextRun {
  readonly text: string;
  readonly style: 'plain' | 'strong' | 'gap' | 'code';
}

/** A table as it is printed, its number and title above it and its notes below. */
export interface TableBlock {
  readonly kind: 'table';
  readonly anchor: string;
  /** Such as “表 1”; empty for a table without a number. */
  readonly number: string;
  readonly title: string;
  readonly header: readonly string[];
  /** Null where a cell above reaches down. */
  readonly rows: readonly (readonly (TableCell | null)[])[];
  /** Which columns hold numbers. */
  readonly numeric: readonly boolean[];
  /** The last row sums up the others. */
  readonly hasTotal: boolean;
  /** Its rows are a list, which may be set in several columns where it is long. */
  readonly isList: boolean;
  readonly notes: readonly string[];
}

export interface TableCell {
  readonly text: string;
  /** How many rows it reaches over. */
  readonly rows: number;
  /** The anchor of what it counts. */
  readonly link: string | null;
}

/** A figure with its number, title and notes below it, and the numbers it draws. */
export interface FigureBlock {
  readonly kind: 'figure';
  readonly anchor: string;
  readonly number: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly svg: string;
  /** The same as pixels, for programs that draw no SVG; null where no font had the glyphs. */
  readonly png: Uint8Array | null;
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
  /** What it draws, for formats without pictures. */
  readonly data: Pick<TableBlock, 'header' | 'rows' | 'numeric'>;
}

/** Words of a case, with the place where they stand. */
export interface QuoteBlock {
  readonly kind: 'quote';
  readonly text: string;
  readonly place: string;
  /** It contradicts what the quotes before it support. */
  readonly isCounter: boolean;
}

/** A remark about what comes after it, on the same page. */
export interface LeadBlock {
  readonly kind: 'lead';
  readonly text: string;
}

/** A remark about what comes before it. */
export interface NoteBlock {
  readonly kind: 'note';
  readonly text: string;
}

export interface PageBreak {
  readonly kind: 'page-break';
}
