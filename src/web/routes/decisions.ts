import { Hono } from 'hono';
import { redo, undo } from '../../workflow/decide.js';
import { act, actSchema } from '../acting.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

/** What was decided, and taking it back. */
export const decisions = new Hono<WebEnv>()
  .post('/undo', valid('json', actSchema), async (context) => {
    const { seen, reason } = context.req.valid('json');
    return context.json(await act(context, seen, (acting, coder) => undo(acting, { coder, reason })));
  })
  .post('/redo', valid('json', actSchema), async (context) => {
    const { seen, reason } = context.req.valid('json');
    return context.json(await act(context, seen, (acting, coder) => redo(acting, { coder, reason })));
  });
