import { basename } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import { requireCoder } from '../../project/require-coder.js';
import { currentRevision } from '../../project/require-revision.js';
import { listCoders } from '../../workflow/list-coders.js';
import { askChild } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

/** Which project is open, and who works in this browser. */
export const project = new Hono<WebEnv>()
  .get('/', (context) => {
    const { workbench, session } = context.var;
    const { coder } = session;
    if (!workbench.isOpen) return context.json({ isOpen: false as const, coder });
    const { path } = workbench.project;
    return context.json(
      workbench.project.read((reading) => ({
        isOpen: true as const,
        name: basename(path),
        path,
        coder,
        coders: listCoders(reading).map(({ name }) => name),
        revision: currentRevision(reading),
      })),
    );
  })
  .get('/read-blind', async (context) =>
    context.json(await askChild(context, 'readBlind', context.var.session.coder)),
  )
  .post('/leave', (context) => {
    const { session } = context.var;
    session.coder = null;
    return context.json({ coder: session.coder });
  })
  .post('/coder', valid('json', z.object({ coder: z.string() })), (context) => {
    const { session } = context.var;
    session.coder = requireCoder(context.req.valid('json').coder);
    return context.json({ coder: session.coder });
  });
