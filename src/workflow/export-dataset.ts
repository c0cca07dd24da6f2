import { existsSync } from 'node:fs';
import { UserError } from '../errors.js';
import type { ExportFormatName } from '../model/export-format-name.js';
import type { TableName } from '../model/table-name.js';
import type { Context } from '../project/context.js';
import { type DatasetRequest, type ExportNote, openDataset } from './exports/dataset.js';
import type { PairFormat } from './exports/export-format.js';
import { exportFormats } from './exports/export-formats.js';
import { requireOptions } from './exports/format-options.js';
import { writeFolder, writeInPieces } from './write-files.js';

/** Which format a project is exported to, what of it, and where. */
export interface ExportDatasetRequest extends DatasetRequest {
  readonly format: ExportFormatName;
  /** A file, or for a format of several files a folder. */
  readonly out: string;
  /** Replaces what is there. */
  readonly force?: boolean | undefined;
}

/** What was written: the files, the tables in them, and what they have no room for. */
export interface ExportedDataset {
  readonly format: ExportFormatName;
  readonly files: readonly string[];
  readonly tables: readonly TableName[];
  readonly notes: readonly ExportNote[];
}

/**
 * Exports the coding of a project as a dataset in one of the formats. It is written beside what is there and takes its name when
 * it is whole.
 * @throws UserError export/option-elsewhere, export/exists, export/made-alone, export/option-needs-table, export/no-batch, tables/not-coded, tables/unknown-codebook, cases/unknown-batch, view/unknown,
 * view/unknown-coder, files/cannot-write
 */
export async function exportDataset(
  context: Pick<Context, 'store' | 'toolVersion' | 'progress'>,
  { format, out, force = false, ...request }: ExportDatasetRequest,
): Promise<ExportedDataset> {
  requireOptions(format, request);
  const chosen = await exportFormats[format]();
  const paths = 'beside' in chosen ? [out, besideOf(out, chosen)] : [out];
  const there = paths.find((path) => existsSync(path));
  if (!force && there !== undefined) throw new UserError('export/exists', { path: there });
  const notes: ExportNote[] = [];
  const dataset = openDataset(context, format, request, (note) => notes.push(note), chosen.tables);
  let pieces = 0;
  const between = () => context.progress('save', ++pieces, null);
  let files: readonly string[] = paths;
  if (chosen.extension === null) files = await writeFolder(out, chosen.write(dataset), between);
  else if ('beside' in chosen) {
    const { pieces, beside } = chosen.write(dataset);
    await writeInPieces(out, pieces, between);
    await writeInPieces(besideOf(out, chosen), beside(), between);
  } else await writeInPieces(out, chosen.write(dataset), between);
  return { format, files, tables: dataset.names, notes };
}

/** Where the second file of a format goes. */
function besideOf(out: string, { extension, beside }: PairFormat): string {
  const ending = `.${extension}`;
  return `${out.endsWith(ending) ? out.slice(0, -ending.length) : out}.${beside}`;
}
