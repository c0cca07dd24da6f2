import type { Context, Progress, ReadContext } from '../project/context.js';
import { withProject } from '../workflow/open-project.js';
import { atPauses } from './at-pauses.js';

/** A project that stays open while the server runs: one connection for what is decided, one for what is only read. */
export interface OpenProject {
  readonly path: string;
  /** Whether its file was moved, removed or replaced: nothing is decided any more. */
  readonly isMoved: () => boolean;
  /** Reads one unchanging view of the project; what is being decided meanwhile is not in it. */
  readonly read: <T>(work: (context: ReadContext) => T) => T;
  /** Decides, one statement after another: two would share a transaction. */
  readonly act: <T>(work: (context: Context) => Promise<T> | T, acting?: Acting) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Under which conditions something is decided, and who is told how far it is. */
export interface Acting {
  /** The revision that the coder has seen. */
  readonly expectedRevision?: number | undefined;
  readonly progress?: Progress | undefined;
}

/**
 * Opens a project for as long as it is not closed.
 * @throws UserError store/missing-database, store/not-a-project, store/newer-version, store/read-only
 */
export function openProject(
  path: string,
  { mode, toolVersion }: { readonly mode: 'create' | 'write'; readonly toolVersion: string },
): Promise<OpenProject> {
  return new Promise((opened, failed) => {
    const options = { toolVersion };
    const closed = withProject(path, { ...options, mode }, (writing) =>
      withProject(path, { ...options, mode: 'read' }, (reading) => stayOpen(writing, reading)),
    );
    closed.catch(failed);

    function stayOpen(writing: Context, reading: Context): Promise<void> {
      const { store } = writing;
      store.postponeCheckpoints();
      const checkpoint = atPauses(() => {
        try {
          store.checkpoint();
        } catch {
          // What was saved stays in the journal; closing tries again, and says why it fails.
        }
      });
      return new Promise((leave) => {
        let last: Promise<unknown> = Promise.resolve();
        opened({
          path,
          isMoved: () => store.isMoved,
          read: (work) => reading.store.snapshot(() => work(reading)),
          act: (work, { expectedRevision, progress = writing.progress } = {}) => {
            const expected = expectedRevision === undefined ? {} : { expectedRevision };
            const result = last.then(() => work({ ...writing, ...expected, progress }));
            last = result.catch(() => {}).then(checkpoint.soon);
            return result;
          },
          close: async () => {
            await last;
            checkpoint.cancel();
            leave();
            await closed;
          },
        });
      });
    }
  });
}
