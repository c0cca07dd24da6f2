import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.js';
import { changeKinds, defaultCountedKinds, type RegionChange } from '../model/counted-regions.js';
import { type RegionKind, regionKinds } from '../model/region.js';
import { PROGRAM } from '../paths.js';
import type { Context } from '../project/context.js';
import { findAttributeTable } from '../sources/find-attribute-table.js';
import { findFiles } from '../sources/find-files.js';
import type { ImportOptions } from './import-cases.js';
import { readSplitBy } from './read-split-by.js';
import { type RunOptions, type RunReport, runAll } from './run-all.js';
import { casesOf, codebooksOf } from './uploaded-files.js';

/** What of uploads is imported, and how. */
export interface UploadedRequest extends Pick<RunOptions, 'codebook' | 'skipBad'> {
  /** The folder of the uploads. */
  readonly folder: string;
  /** The kinds of regions that are mined, coded and counted. */
  readonly kinds: readonly RegionKind[];
  /** Where files are split into cases, as `readSplitBy` reads it; without it each file is one case. */
  readonly splitBy?: string | undefined;
}

/** Makes the whole way with files that were handed over; a table of attributes among them is taken as that. */
export async function runUploaded(
  context: Context,
  { codebook, ...request }: UploadedRequest,
): Promise<RunReport> {
  const options = await uploadedImport(request);
  return runAll(context, { ...options, codebook: codebook && codebookAt(request.folder, codebook) });
}

/** How the cases of uploads are imported. @throws UserError web/no-files, cli/bad-value */
export async function uploadedImport({
  folder,
  kinds,
  skipBad,
  splitBy,
}: Omit<UploadedRequest, 'codebook'>): Promise<ImportOptions> {
  const files = findFiles([casesOf(folder)]);
  const attributes = await findAttributeTable(files);
  if (files.length === (attributes ? 1 : 0)) throw new UserError('web/no-files', {});
  return {
    paths: [casesOf(folder)],
    attributes,
    skipBad,
    regions: changeTo(kinds),
    splitBy: readSplitBy(splitBy),
  };
}

/** What makes the set of counted kinds of a new project another one; nothing where it is the same. */
function changeTo(kinds: readonly RegionKind[]): RegionChange | undefined {
  const exclude = regionKinds.filter((kind) => !kinds.includes(kind));
  const isDefault =
    changeKinds(defaultCountedKinds, { include: kinds, exclude }).join() === defaultCountedKinds.join();
  return isDefault ? undefined : { include: kinds, exclude };
}

/** A codebook that was handed over is named by its file, any other by its id. */
function codebookAt(folder: string, codebook: string): string {
  return /\.ya?ml$/i.test(codebook) ? join(codebooksOf(folder), codebook) : codebook;
}

/** The folder of the sample corpus, which is written for the program. */
const CORPUS = new URL('../corpus/', PROGRAM);

/** Makes the whole way with the sample cases. */
export function runSample(context: Context): Promise<RunReport> {
  const inCorpus = (name: string) => fileURLToPath(new URL(name, CORPUS));
  const [paths, attributes] = [[inCorpus('cases')], inCorpus('cases.csv')];
  return runAll(context, { paths, attributes, codebook: 'six-pillars' });
}
