import type { ExportedDataset } from '../workflow/export-dataset.js';
import type { ExportNote } from '../workflow/exports/dataset.js';
import type { WrittenFigure } from '../workflow/write-figure.js';

/** What is said about exported datasets and figures, in one language. */
export interface ExportWords {
  readonly exported: (exported: ExportedDataset, out: string) => string[];
  /** What a file has no room for, or leaves out. */
  readonly note: (note: ExportNote) => string;
  /** Title and caption of a figure, as they are set under it. */
  readonly figure: (figure: WrittenFigure) => string;
  readonly wroteFigure: (figure: WrittenFigure) => string[];
}
