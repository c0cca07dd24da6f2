import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { packZip } from '../formats/pack-zip.js';
import type { Context } from '../project/context.js';
import { type ExportDatasetRequest, type ExportedDataset, exportDataset } from './export-dataset.js';
import { exportFormats } from './exports/export-formats.js';

/** A dataset as one file, to be handed on. */
export interface PackedDataset extends Pick<ExportedDataset, 'tables' | 'notes'> {
  /** With the extension of the format, or `.zip` where it is several files. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

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
    if (files.length === 1)
      return { name: basename(out), bytes: readFileSync(files[0] ?? out), tables, notes };
    const parts = files.map((file) => ({ path: nameIn(folder, file), pieces: [readFileSync(file)] }));
    return { name: `${request.format}.zip`, bytes: await buffer(packZip(parts)), tables, notes };
  } finally {
    close();
  }
}

/** How a file is called in an archive, on every system. */
function nameIn(folder: string, file: string): string {
  return relative(folder, file).replaceAll('\\', '/');
}
