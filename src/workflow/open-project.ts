import { randomBytes } from 'node:crypto';
import { openStore, type StoreMode } from '../store/open.js';
import type { Context, Progress } from './context.js';

/** How a project is opened. */
export interface ProjectOptions {
  readonly mode: StoreMode;
  readonly toolVersion: string;
  readonly progress: Progress;
}

/** Opens the project in a file, does the work with it, and closes it whatever happens. */
export async function withProject<T>(
  path: string,
  { mode, toolVersion, progress }: ProjectOptions,
  work: (context: Context) => T | Promise<T>,
): Promise<T> {
  const store = openStore(path, { mode });
  try {
    return await work({
      store,
      toolVersion,
      progress,
      now: () => new Date(),
      newId: () => randomBytes(16).toString('hex'),
    });
  } finally {
    store.close();
  }
}
