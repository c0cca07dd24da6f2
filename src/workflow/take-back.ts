import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../errors.js';
import type { Context } from '../project/context.js';
import { requireRevision } from '../project/require-revision.js';
import { toFileName } from '../text/file-name.js';
import { type AppliedRecipe, applyDecisions } from './decision-recipes.js';
import { type ImportedSheet, type ImportSheetOptions, importSheet } from './import-sheet.js';
import { type JoinOptions, type JoinReport, joinProject } from './join-projects.js';
import { withRehearsal } from './open-project.js';
import { readSettledSheet, type SettledConflict } from './sheets/conflict-sheet.js';

/** A file that somebody hands over: its name and what is in it. */
interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that a colleague handed back, and how it is taken. */
export interface HandedBack
  extends HandedFile,
    Pick<ImportSheetOptions, 'isNew' | 'skipBad' | 'attendees'>,
    Pick<JoinOptions, 'settle' | 'coder'> {
  /** Of another project: which of contradicting decisions are in force, each by itself. */
  readonly settled?: readonly SettledConflict[] | undefined;
  /** The revision at which whoever takes it saw what it would do. */
  readonly seen?: number | undefined;
}

/** What a file did, or would do. */
export type TakenBack =
  | { readonly sheet: ImportedSheet }
  | {
      readonly joined: JoinReport;
      /** Of a rehearsal: the decisions that contradict each other as a sheet (.xlsx) to choose from; null where none do. */
      readonly conflictSheet: Uint8Array | null;
    }
  | { readonly recipe: AppliedRecipe };

/** How a project file begins. */
const PROJECT = new TextEncoder().encode('SQLite format 3\0');

/**
 * Takes in what a colleague handed back: a project file by `joinProject`, a recipe (YAML) by `applyDecisions`, anything else by
 * `importSheet`.
 * @throws UserError as these, decide/changed-since
 */
export function takeBack(context: Context, handed: HandedBack): Promise<TakenBack> {
  return takeFile(context, handed, false);
}

/** Says what taking a file would do, on a copy of the project that is thrown away. */
export function rehearseTakingBack(
  { store, engine, toolVersion, progress }: Context,
  handed: HandedBack,
): Promise<TakenBack> {
  return withRehearsal(store.path, { engine, toolVersion, progress }, (copy) => takeFile(copy, handed, true));
}

/**
 * Reads which of contradicting decisions a sheet of them chose.
 * @throws UserError join/not-conflicts, join/unknown-choice
 */
export function readSettled(context: Context, file: HandedFile): Promise<SettledConflict[]> {
  return withFile(context, file, readSettledSheet);
}

async function takeFile(
  context: Context,
  { name, bytes, seen, coder, settle, settled, ...ofRows }: HandedBack,
  dryRun: boolean,
): Promise<TakenBack> {
  requireRevision(context.store, seen, null);
  return withFile(context, { name, bytes }, async (path): Promise<TakenBack> => {
    if (PROJECT.every((byte, at) => bytes[at] === byte)) {
      const sheet = `${path}.xlsx`;
      const conflicts = dryRun ? sheet : undefined;
      const joined = await joinProject(context, { path, coder, settle, settled, conflicts, dryRun });
      return { joined, conflictSheet: existsSync(sheet) ? readFileSync(sheet) : null };
    }
    if (/\.ya?ml$/i.test(path)) {
      return { recipe: await applyDecisions(context, { ...ofRows, path, coder, dryRun }) };
    }
    return { sheet: await importSheet(context, { ...ofRows, path, dryRun }) };
  });
}

/** Runs `work` on a file as it lies in a folder of its own; errors name it as people do. */
async function withFile<Result>(
  { engine }: Context,
  { name, bytes }: HandedFile,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const { folder, close } = engine.openSpillFolder();
  // A name alone: a path could lead out of the folder.
  const plain = basename(name.replaceAll('\\', '/'));
  const path = join(folder, toFileName(plain));
  try {
    writeFileSync(path, bytes);
    return await work(path);
  } catch (error) {
    throw error instanceof UserError ? calledAs(plain, error) : error;
  } finally {
    close();
  }
}

/** The same error with the name that people know in the place of the path. */
function calledAs(name: string, { code, params }: UserError): UserError {
  return new UserError(code, 'path' in params && params.path !== '' ? { ...params, path: name } : params);
}
