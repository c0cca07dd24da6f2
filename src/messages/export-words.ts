import type { ExportedDataset } from '../workflow/export-dataset.js';
import type { ExportNote } from '../workflow/exports/dataset.js';
import type { RestoredProject } from '../workflow/restore-project.js';

/** What is said about exported datasets and figures, in one language. */
export interface ExportWords {
  readonly restored: (restored: RestoredProject) => string[];
  readonly exported: (exported: ExportedDataset, out: string) => string[];
  /** What a file has no room for, or leaves out. */
  readonly note: (note: ExportNote) => string;
}
