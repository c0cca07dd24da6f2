import type { TableName } from '../../model/table-name.js';
import type { FileToWrite, Pieces } from '../write-files.js';
import type { Dataset } from './dataset.js';

/** The tables that a format writes unless others are named, where these are not all. */
interface OwnTables {
  readonly tables?: readonly TableName[];
}

/** A format that is one file, with its extension. */
export interface FileFormat extends OwnTables {
  readonly extension: string;
  readonly write: (dataset: Dataset) => Pieces;
}

/** A format that is a folder of files. */
export interface FolderFormat extends OwnTables {
  readonly extension: null;
  readonly write: (dataset: Dataset) => Iterable<FileToWrite> | AsyncIterable<FileToWrite>;
}

/** A format that is one file with a second one beside it. */
export interface PairFormat extends OwnTables {
  readonly extension: string;
  /** The extension of the second file, whose name is else the same. */
  readonly beside: string;
  /** The second file is made after the first. */
  readonly write: (dataset: Dataset) => { readonly pieces: Pieces; readonly beside: () => Pieces };
}

/** How a dataset becomes files: piece by piece, so that a long one is never in memory as a whole. */
export type ExportFormat = FileFormat | PairFormat | FolderFormat;
