import { Hono } from 'hono';
import { z } from 'zod';
import { reviewPassages } from '../../workflow/judge-passages.js';
import { act, actSchema, coderOf } from '../acting.js';
import { askChild } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

const whole = z.coerce.number().int().nonnegative();
const asked = z.object({
  of: z.string(),
  sample: z.string().optional(),
  seed: whole.optional(),
  offset: whole.optional(),
  limit: whole.max(100).optional(),
});
/** A coded passage by its id and where it lies, so that it is found sooner. */
const ofPassage = actSchema.extend({ id: z.string(), caseId: z.string(), start: whole, end: whole });

/** Checking a sample of what somebody coded: each passage is agreed to; memos comment on it or return it. */
export const check = new Hono<WebEnv>()
  .get('/', valid('query', asked), async (context) =>
    context.json(
      await askChild(context, 'check', { ...context.req.valid('query'), coder: coderOf(context) }),
    ),
  )
  .get('/returned', async (context) =>
    context.json(await askChild(context, 'returned', { coder: coderOf(context) })),
  )
  .post('/agree', valid('json', ofPassage), async (context) => {
    const { seen, id, caseId, reason, start, end } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        const judged = { passages: [id], cases: [caseId], span: { start, end }, coder, reason };
        const { decisions } = await reviewPassages(acting, 'confirm', judged);
        return { decided: decisions.length };
      }),
    );
  });
