import { readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
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
    // The files of a folder are named from it, others by their place.
    const inFolder = extension === null ? out : folder;
    const parts = files.map((file) => {
      const place = resolve(inFolder, file);
      return { path: relative(inFolder, place).replaceAll('\\', '/'), pieces: [readFileSync(place)] };
    });
    return { name: `${request.format}.zip`, bytes: await buffer(packZip(parts)), tables, notes };
  } finally {
    close();
  }
}
