import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROGRAM } from '../paths.js';
import type { Context } from '../project/context.js';
import { type RunOptions, type RunReport, runAll } from './run-all.js';

/** Files as a browser hands them over, and how the project is made of them. */
export interface UploadedRequest extends Pick<RunOptions, 'codebook' | 'skipBad'> {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Makes the whole way with files that lie nowhere yet: the cases are called by their names. */
export async function runUploaded(
  context: Context,
  { files, ...options }: UploadedRequest,
): Promise<RunReport> {
  const { folder, close } = context.engine.openSpillFolder();
  try {
    // A name alone: a path could lead out of the folder.
    for (const { name, bytes } of files)
      writeFileSync(join(folder, basename(name.replaceAll('\\', '/'))), bytes);
    return await runAll(context, { ...options, paths: [folder] });
  } finally {
    close();
  }
}

/** The folder of the sample corpus, which is written for the program. */
const CORPUS = new URL('../corpus/', PROGRAM);

/** Makes the whole way with the sample cases. */
export function runSample(context: Context): Promise<RunReport> {
  const inCorpus = (name: string) => fileURLToPath(new URL(name, CORPUS));
  const [paths, attributes] = [[inCorpus('cases')], inCorpus('cases.csv')];
  return runAll(context, { paths, attributes, codebook: 'six-pillars' });
}
