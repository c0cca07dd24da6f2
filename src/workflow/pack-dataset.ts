import { basename, join } from 'node:path';
import type { Context } from '../project/context.js';
import { type ExportDatasetRequest, type ExportedDataset, exportDataset } from './export-dataset.js';
import { exportFormats } from './exports/export-formats.js';
import { type PackedFiles, packFiles } from './pack-files.js';

/** A dataset as one file, to be handed on. */
export interface PackedDataset extends PackedFiles, Pick<ExportedDataset, 'tables' | 'notes'> {}

/** Exports a dataset as one file in memory: formats of several files are packed into a zip. */
export async function packDataset(
  context: Context,
  request: Omit<ExportDatasetRequest, 'out' | 'force'>,
): Promise<PackedDataset> {
  const { folder, close } = context.engine.openSpillFolder();
  try {
    const { extension } = await exportFormats[request.format]();
    const out = join(folder, extension === null ? request.format : `${request.format}.${extension}`);
    const { files, tables, notes } = await exportDataset(context, { ...request, out });
    // The files of a folder are named from it, others by their place.
    const inFolder = extension === null ? out : folder;
    const packed = await packFiles(inFolder, files, { one: basename(out), several: `${request.format}.zip` });
    return { ...packed, tables, notes };
  } finally {
    close();
  }
}
