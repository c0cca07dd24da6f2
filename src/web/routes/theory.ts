import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../project/context.js';
import type { DecideReport } from '../../workflow/follow-decisions.js';
import { nameCore, relateCodes, unrelateCodes, writeStoryline } from '../../workflow/relate-codes.js';
import { act, actSchema } from '../acting.js';
import { askInOwnView } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

const ofCodebook = z.object({ codebook: z.string().optional() });
const stated = actSchema.extend(ofCodebook.shape);
const related = stated.extend({ code: z.string(), to: z.string(), as: z.string() });
const core = stated.extend({ code: z.string(), isRemoved: z.boolean().default(false) });

/** What grows out of codes: their relations, the core category and the storyline. */
export const theory = new Hono<WebEnv>()
  .get('/', valid('query', ofCodebook), async (context) =>
    context.json(await askInOwnView(context, 'theory', context.req.valid('query'))),
  )
  .post('/relate', valid('json', related), async (context) => {
    const { seen, ...said } = context.req.valid('json');
    const relate = (acting: Context, coder: string) => counted(relateCodes(acting, { ...said, coder }));
    return context.json(await act(context, seen, relate));
  })
  .post('/unrelate', valid('json', related), async (context) => {
    const { seen, ...said } = context.req.valid('json');
    const unrelate = (acting: Context, coder: string) => counted(unrelateCodes(acting, { ...said, coder }));
    return context.json(await act(context, seen, unrelate));
  })
  .post('/core', valid('json', core), async (context) => {
    const { seen, ...said } = context.req.valid('json');
    const name = (acting: Context, coder: string) => counted(nameCore(acting, { ...said, coder }));
    return context.json(await act(context, seen, name));
  })
  .post('/storyline', valid('json', stated.extend({ text: z.string() })), async (context) => {
    const { seen, ...said } = context.req.valid('json');
    const write = (acting: Context, coder: string) => counted(writeStoryline(acting, { ...said, coder }));
    return context.json(await act(context, seen, write));
  });

/** How much was decided. */
async function counted(report: Promise<DecideReport>) {
  const { decisions } = await report;
  return { decisions: decisions.length };
}
