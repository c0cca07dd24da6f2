import type { Context } from '../project/context.js';
import type { Globals, Io } from './io.js';

/** Does some work in the project that `--db` names, with a progress bar. */
export async function inProject<T>(
  io: Io,
  { db, quiet }: Globals,
  mode: 'create' | 'write' | 'read' | 'rehearse',
  work: (context: Context) => T | Promise<T>,
): Promise<T> {
  const { withProject, withRehearsal } = await import('../workflow/open-project.js');
  const { openProgress } = await import('./progress-bar.js');
  const { progress, close } = openProgress(io.say, { quiet });
  try {
    if (mode === 'rehearse') {
      return await withRehearsal(db, { toolVersion: io.toolVersion, progress }, work);
    }
    return await withProject(db, { mode, toolVersion: io.toolVersion, progress }, (context) => {
      const { copyOf } = context.store;
      if (copyOf && !quiet) io.note(io.say.reports.updatedCopy(db, copyOf));
      return work(context);
    });
  } finally {
    close();
  }
}
