import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { removeFile, renameFile } from '../locked-files.js';
import type { Context } from '../project/context.js';
import { systemReason } from '../sources/read-bytes.js';
import { codersInOrder } from '../store/coder-table.js';
import { compareByCodePoint } from '../text/code-points.js';
import { hideNames, SHOW_NAMES } from './provenance/hide-names.js';
import { reviewerFiles } from './provenance/reviewer-files.js';
import { type Provenance, type ProvenanceRequest, provenanceWithReports } from './provenance.js';
import { writeNamedFile } from './write-files.js';

/** The list of the files with their hashes, as `sha256sum -c` reads it. */
const SUMS = 'SHA256SUMS';

/** Where the folder is to be, and whether one that is there is replaced. */
export interface ReviewerFolderRequest extends Omit<ProvenanceRequest, 'verify'> {
  readonly folder: string;
  readonly force?: boolean | undefined;
}

/** The methods text of the folder, and the files that were written. */
export interface ReviewerFolder {
  readonly provenance: Provenance;
  readonly files: readonly string[];
}

/**
 * Writes a folder for the reviewer: the methods section, every version of the codebook, runs, decisions, agreement,
 * saturation, what `verify` finds, and the hashes of all files. It is there whole, or not at all.
 * @throws UserError provenance/exists, provenance/other-folder, provenance/no-interviews, files/cannot-write
 */
export async function writeReviewerFolder(
  context: Context,
  { folder, force = false, ...request }: ReviewerFolderRequest,
): Promise<ReviewerFolder> {
  requireReplaceable(folder, force);
  const reports = await provenanceWithReports(context, { ...request, verify: true });
  const { language } = reports.provenance;
  const hider = request.hideNames ? hideNames(codersInOrder(context.store), language) : SHOW_NAMES;
  const files = reviewerFiles(context, reports, hider);
  const sums = files.map(
    ({ name, content }) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`,
  );
  const unfinished = `${resolve(folder)}.unfinished`;
  try {
    removeWhatIsThere(unfinished);
    for (const { name, content } of [...files, { name: SUMS, content: sums.join('') }]) {
      writeNamedFile(join(unfinished, name), content);
    }
    replaceFolder(unfinished, resolve(folder));
  } catch (error) {
    removeWhatIsThere(unfinished);
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new UserError('files/cannot-write', { path: folder, reason: systemReason(error) });
  }
  return { provenance: reports.provenance, files: [...files.map(({ name }) => name), SUMS] };
}

/** What cannot be removed was not made either. */
function removeWhatIsThere(folder: string): void {
  if (existsSync(folder)) removeFile(folder);
}

/** Puts a folder in the place of another, which comes back when the new one cannot take its place. */
function replaceFolder(from: string, to: string): void {
  const replaced = `${to}.replaced`;
  const isThere = existsSync(to);
  if (isThere) {
    removeFile(replaced);
    renameFile(to, replaced);
  }
  try {
    renameFile(from, to);
  } catch (error) {
    if (isThere) renameFile(replaced, to);
    throw error;
  }
  removeFile(replaced);
}

/** A folder that is there is replaced only on request, and only where it has nothing but what its own list names. */
function requireReplaceable(folder: string, force: boolean): void {
  if (!existsSync(folder)) return;
  if (!force) throw new UserError('provenance/exists', { path: folder });
  const names = statSync(folder).isDirectory() ? namesIn(folder) : ['.'];
  const sums = join(folder, SUMS);
  const listed = existsSync(sums) ? readFileSync(sums, 'utf8').split('\n') : [];
  const known = new Set([SUMS, ...listed.map((line) => line.slice(line.indexOf('  ') + 2))]);
  if (names.some((name) => !known.has(name)))
    throw new UserError('provenance/other-folder', { path: folder });
}

/** The files in a folder and the folders in it, by their paths from there. */
function namesIn(folder: string, before = ''): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? namesIn(join(folder, entry.name), `${before}${entry.name}/`)
        : [`${before}${entry.name}`],
    )
    .sort(compareByCodePoint);
}
