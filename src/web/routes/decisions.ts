import { Hono } from 'hono';
import { z } from 'zod';
import { loadMessages } from '../../messages/load-messages.js';
import { type DecideReport, redo, undo } from '../../workflow/decide.js';
import { act, actSchema } from '../acting.js';
import { valid } from '../valid.js';
import type { WebContext, WebEnv } from '../web-env.js';

/** The statement of this decision, without one the coder's last. */
const undoSchema = actSchema.extend({ decision: z.string().optional() });

/** Taking back what was decided, and making it again. */
export const decisions = new Hono<WebEnv>()
  .post('/undo', valid('json', undoSchema), async (context) => {
    const { seen, ...asked } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) =>
        tell(context, await undo(acting, { ...asked, coder })),
      ),
    );
  })
  .post('/redo', valid('json', actSchema), async (context) => {
    const { seen, reason } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => tell(context, await redo(acting, { coder, reason }))),
    );
  });

/** What was taken back or made again, in the words of the history, which names it by the same decision, and how many there were. */
async function tell(context: WebContext, { decisions }: DecideReport) {
  const { reports } = await loadMessages(context.var.language);
  const named = decisions[0]?.kind === 'undo' ? decisions.at(-1) : decisions[0];
  return { told: named ? reports.decision(named) : '', decisions: decisions.length };
}
