import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { currentRevision } from '../../project/require-revision.js';
import type { WebEnv } from '../web-env.js';

/** How often the project is looked at for changes of others, and a silent connection told that it lives, in milliseconds. */
const LOOK = 400;
const HEARTBEAT = 10_000;

/** What happens while a page is open: which project is, its `revision`, whoever made it, and the `progress` of making one. */
export const events = new Hono<WebEnv>().get('/', (context) =>
  streamSSE(context, async (stream) => {
    const { workbench } = context.var;
    let told = -1;
    let toldProgress = '';
    let toldOpening = -1;
    let silent = 0;
    while (!stream.closed && !stream.aborted && !context.req.raw.signal.aborted) {
      if (workbench.opening !== toldOpening) {
        toldOpening = workbench.opening;
        await stream.writeSSE({ event: 'opening', data: String(toldOpening) });
      }
      const revision = workbench.isOpen ? workbench.project.read(currentRevision) : 0;
      if (revision !== told) {
        told = revision;
        silent = 0;
        await stream.writeSSE({ event: 'revision', data: String(revision) });
      } else if (silent >= HEARTBEAT) {
        silent = 0;
        await stream.writeSSE({ event: 'alive', data: '' });
      }
      const progress = JSON.stringify(workbench.progress);
      if (progress !== toldProgress) {
        toldProgress = progress;
        await stream.writeSSE({ event: 'progress', data: progress });
      }
      await stream.sleep(LOOK);
      silent += LOOK;
    }
  }),
);
