import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, localEngine } from '../engine/engine.js';
import type { Context, Progress } from '../project/context.js';
import { readToolVersion } from '../sources/tool-version.js';
import { openStore, type StoreMode } from '../store/open.js';

/** How a project is opened. */
export interface ProjectOptions {
  readonly mode: StoreMode;
  /** What runs name as the program's version; without it that of package.json. */
  readonly toolVersion?: string | undefined;
  /** What cuts the texts and looks through them; without it this machine, with the system's temporary folder. */
  readonly engine?: Engine | undefined;
  /** Told how far long work is; without it nobody is. */
  readonly progress?: Progress | undefined;
}

/** Opens the project in a file, does the work with it, and closes it whatever happens. */
export async function withProject<T>(
  path: string,
  {
    mode,
    engine = localEngine(),
    toolVersion = readToolVersion(),
    progress = async () => {},
  }: ProjectOptions,
  work: (context: Context) => T | Promise<T>,
): Promise<T> {
  const store = openStore(path, { mode });
  try {
    return await work({
      store,
      engine,
      toolVersion,
      progress,
      now: () => new Date(),
      newId: () => randomBytes(16).toString('hex'),
    });
  } finally {
    store.close();
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
    return await withProject(copy, { ...options, engine, mode: 'create' }, work);
  } finally {
    close();
  }
}
