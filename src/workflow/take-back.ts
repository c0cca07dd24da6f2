import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../errors.js';
import type { Context } from '../project/context.js';
import { requireRevision } from '../project/require-revision.js';
import { type AppliedRecipe, applyDecisions } from './decision-recipes.js';
import { type ImportedSheet, type ImportSheetOptions, importSheet } from './import-sheet.js';
import { type JoinOptions, type JoinReport, joinProject } from './join-projects.js';
import { withRehearsal } from './open-project.js';
import type { SettledConflict } from './sheets/conflict-sheet.js';

/** A file that a colleague handed back, and how it is taken. */
export interface HandedBack
  extends Pick<ImportSheetOptions, 'isNew' | 'skipBad' | 'attendees'>,
    Pick<JoinOptions, 'settle' | 'coder'> {
  /** Of another project: which of contradicting decisions are in force, each by itself. */
  readonly settled?: readonly SettledConflict[] | undefined;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The revision at which whoever takes it saw what it would do. */
  readonly seen?: number | undefined;
}

/** What a file did, or would do. */
export type TakenBack =
  | { readonly sheet: ImportedSheet }
  | { readonly joined: JoinReport }
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

async function takeFile(
  context: Context,
  { name, bytes, seen, coder, settle, settled, ...ofRows }: HandedBack,
  dryRun: boolean,
): Promise<TakenBack> {
  requireRevision(context.store, seen, null);
  const { folder, close } = context.engine.openSpillFolder();
  // A name alone: a path could lead out of the folder.
  const plain = basename(name.replaceAll('\\', '/'));
  const path = join(folder, plain);
  try {
    writeFileSync(path, bytes);
    if (PROJECT.every((byte, at) => bytes[at] === byte)) {
      return { joined: await joinProject(context, { path, coder, settle, settled, dryRun }) };
    }
    if (/\.ya?ml$/i.test(plain)) {
      return { recipe: await applyDecisions(context, { ...ofRows, path, coder, dryRun }) };
    }
    return { sheet: await importSheet(context, { ...ofRows, path, dryRun }) };
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
