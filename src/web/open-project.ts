import { setTimeout } from 'node:timers/promises';
import { UserError } from '../errors.js';
import type { Context, Progress, ReadContext } from '../project/context.js';
import { foresee } from '../project/foresee.js';
import { prepareDeciding } from '../project/prepare-deciding.js';
import type { RecordedDecisions } from '../project/record-decisions.js';
import { repeatIds } from '../project/repeat-ids.js';
import { withProject } from '../workflow/open-project.js';
import { atPauses } from './at-pauses.js';

/** A project that stays open while the server runs: one connection for what is decided, one for what is only read. */
export interface OpenProject {
  readonly path: string;
  /** Whether its file was moved, removed or replaced: nothing is decided any more. */
  readonly isMoved: () => boolean;
  /** Whether another file was written over it: nothing is read any more, either. */
  readonly isOverwritten: () => boolean;
  /** Reads one unchanging view of the project; what is being decided meanwhile is not in it. */
  readonly read: <T>(work: (context: ReadContext) => T) => T;
  /** Decides, one statement after another: two would share a transaction. */
  readonly act: <T>(work: (context: Context) => Promise<T> | T, acting?: Acting) => Promise<T>;
  /** Loads what decisions need to know, so that the first one need not; what is wrong with it the decision itself says. */
  readonly prepare: () => void;
  /**
   * Derives what would follow from each of some statements about something, as long as nothing is decided and nothing else is
   * foreseen; what they are refused for is said to who makes them.
   */
  readonly foresee: (about: string, logs: readonly ((context: Context) => RecordedDecisions)[]) => void;
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
        // What is decided has the ids under which it was foreseen.
        const ids = repeatIds(writing.newId);
        let turn = 0;
        let foreseen: { readonly about: string; readonly turn: number } | null = null;
        opened({
          path,
          isMoved: () => store.isMoved,
          isOverwritten: () => store.isOverwritten,
          read: (work) => reading.store.snapshot(() => work(reading)),
          act: (work, { expectedRevision, progress = writing.progress } = {}) => {
            const expected = expectedRevision === undefined ? {} : { expectedRevision };
            turn += 1;
            const result = last.then(async () => {
              await waitToWrite(writing);
              return work({ ...writing, ...expected, progress, newId: ids.fromTheFirst() });
            });
            last = result
              .catch(() => {})
              .then(() => {
                ids.renew();
                checkpoint.soon();
              });
            return result;
          },
          prepare: () => {
            last = last.then(() => prepareDeciding(store)).catch(() => {});
          },
          foresee: (about, logs) => {
            if (foreseen?.about === about && foreseen.turn === turn) return;
            turn += 1;
            const own = turn;
            foreseen = { about, turn };
            const isWanted = () => own === turn;
            last = last.then(async () => {
              for (const log of logs) {
                if (!isWanted()) return;
                const logAlone = () => log({ ...writing, newId: ids.fromTheFirst() });
                // What is not foreseen is derived when it is decided, which says then what is wrong.
                await foresee(store, logAlone, givingWay(isWanted)).catch(() => {});
              }
            });
          },
          close: async () => {
            turn += 1;
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

/** How often, and after how many milliseconds, it is seen whether another program is still writing. */
const [TIMES, LATER] = [250, 20];

/** Waits as long as another program writes, so that meanwhile others read; SQLite alone would keep everybody waiting. */
async function waitToWrite({ store }: Context): Promise<void> {
  for (let times = 0; !store.isWritable; times += 1) {
    if (times === TIMES) throw new UserError('store/busy', { path: store.path });
    await setTimeout(LATER);
  }
}

/** So many milliseconds are worked at a time before somebody else has their turn. */
const AT_A_TIME = 4;

/** Lets others have their turn now and then; says whether to go on. */
function givingWay(isWanted: () => boolean): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > AT_A_TIME) {
      await new Promise((resume) => setImmediate(resume));
      since = performance.now();
    }
    return isWanted();
  };
}
