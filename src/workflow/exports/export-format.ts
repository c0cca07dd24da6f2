import type { FileToWrite, Pieces } from '../write-files.js';
import type { Dataset } from './dataset.js';

/** A format that is one file, with its extension. */
export interface FileFormat {
  readonly extension: string;
  readonly write: (dataset: Dataset) => Pieces;
}

/** A format that is a folder of files. */
export interface FolderFormat {
  readonly extension: null;
  readonly write: (dataset: Dataset) => Iterable<FileToWrite> | AsyncIterable<FileToWrite>;
}

/** A format that is one file with a second one beside it. */
export interface PairFormat {
  readonly extension: string;
  /** The extension of the second file, whose name is else the same. */
  readonly beside: string;
  /** The second file is made after the first. */
  readonly write: (dataset: Dataset) => { readonly pieces: Pieces; readonly beside: () => Pieces };
}

/** How a dataset becomes files: piece by piece, so that a long one is never in memory as a whole. */
export type ExportFormat = FileFormat | PairFormat | FolderFormat;
