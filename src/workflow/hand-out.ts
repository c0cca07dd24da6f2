import { join } from 'node:path';
import type { Context } from '../project/context.js';
import { type ExportedSheet, type ExportOptions, exportSheet } from './export-sheet.js';
import { type PackedFiles, packFiles } from './pack-files.js';
import { type SplitOptions, type SplitReport, splitWork } from './split-work.js';

/** What is handed out: blind project files or sheets of cases that are dealt, or one sheet for a coder. */
export type HandOutRequest =
  | ({ readonly how: 'split' } & Omit<SplitOptions, 'out'>)
  | ({ readonly how: 'sheet' } & ExportOptions);

/** What was handed out, as one file: a zip where there are several. */
export interface HandedOut extends PackedFiles {
  readonly split: SplitReport | null;
  readonly sheet: ExportedSheet | null;
}

/**
 * Writes what colleagues are to work on, in memory: by `splitWork` or `exportSheet`.
 * @throws UserError as these two
 */
export async function handOut(context: Context, { how, ...request }: HandOutRequest): Promise<HandedOut> {
  const { folder, close } = context.engine.openSpillFolder();
  try {
    if (how === 'sheet') {
      const options = request as ExportOptions;
      const name = `${options.what}.xlsx`;
      const sheet = await exportSheet(context, options, join(folder, name));
      return { ...(await packFiles(folder, [name], { one: name, several: name })), split: null, sheet };
    }
    const options = request as Omit<SplitOptions, 'out'>;
    const split = await splitWork(context, { ...options, out: folder });
    const files = split.files.map(({ file }) => file);
    const packed = await packFiles(folder, files, { one: files[0] ?? '', several: 'work.zip' });
    return { ...packed, split, sheet: null };
  } finally {
    close();
  }
}
