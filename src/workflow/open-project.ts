import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, localEngine } from '../engine/engine.js';
import { UserError } from '../errors.js';
import type { Context, Progress } from '../project/context.js';
import { readToolVersion } from '../sources/tool-version.js';
import { openStore, readProjectVersions, type StoreMode } from '../store/open.js';
import type { Store } from '../store/store.js';

/** How a project is opened. */
export interface ProjectOptions {
  readonly mode: StoreMode;
  /** What runs name as the program's version; without it that of package.json. */
  readonly toolVersion?: string | undefined;
  /** What cuts the texts and looks through them; without it this machine, with the system's temporary folder. */
  readonly engine?: Engine | undefined;
  /** Told how far long work is; without it nobody is. */
  readonly progress?: Progress | undefined;
  /** What messages call the file, where it is a copy of another. */
  readonly calledAs?: string | undefined;
}

/** Opens the project in a file, does the work with it, and closes it whatever happens. */
export async function withProject<T>(
  path: string,
  {
    mode,
    engine = localEngine(),
    toolVersion = readToolVersion(),
    progress = async () => {},
    calledAs = path,
  }: ProjectOptions,
  work: (context: Context) => T | Promise<T>,
): Promise<T> {
  const store = openStore(path, { mode });
  store.calledAs = calledAs;
  const context: Context = {
    store,
    engine,
    toolVersion,
    progress,
    now: () => new Date(),
    newId: () => randomBytes(16).toString('hex'),
  };
  let result: T;
  try {
    result = await work(context);
  } catch (error) {
    closeAfter(store);
    throw error;
  }
  store.close();
  return result;
}

/**
 * Refuses a project that an earlier version of the program made: opening it for writing changes its file, after which that
 * version cannot read it any more.
 * @throws UserError web/earlier-version, and what opening a project throws
 */
export function requirePresentVersion(path: string): void {
  const { found, known } = readProjectVersions(path);
  if (found < known) throw new UserError('web/earlier-version', { path, found, known });
}

/** Closes a project with which something failed already: that says why, whatever else fails now. */
function closeAfter(store: Store): void {
  try {
    store.close();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** Does the work on a copy of the project in a file, if there is one, that is thrown away: a rehearsal. */
export async function withRehearsal<T>(
  path: string,
  options: Omit<ProjectOptions, 'mode'>,
  work: (context: Context) => T | Promise<T>,
): Promise<T> {
  const { engine = localEngine() } = options;
  const { folder, close } = engine.openSpillFolder();
  const copy = join(folder, 'zhagen.db');
  try {
    if (existsSync(path)) {
      const project = openStore(path, { mode: 'read' });
      try {
        project.copyTo(copy);
      } finally {
        project.close();
      }
    }
    return await withProject(copy, { ...options, engine, mode: 'create', calledAs: path }, work);
  } finally {
    close();
  }
}
