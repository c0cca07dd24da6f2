import { Hono } from 'hono';
import { z } from 'zod';
import { memoTypes } from '../../model/memo-type.js';
import type { Context } from '../../project/context.js';
import { reviewPassages } from '../../workflow/judge-passages.js';
import { addMemo } from '../../workflow/write-memo.js';
import { act, actSchema, coderOf } from '../acting.js';
import { askChild } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebContext, WebEnv } from '../web-env.js';

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

/** Decides something, and answers with how many decisions it were. */
async function decide(
  context: WebContext,
  seen: number,
  work: (acting: Context, coder: string) => Promise<{ readonly decisions: readonly unknown[] }>,
) {
  return context.json(
    await act(context, seen, async (acting, coder) => ({
      decided: (await work(acting, coder)).decisions.length,
    })),
  );
}

/** Checking a sample of what somebody coded: each passage is agreed to, commented on or returned. */
export const check = new Hono<WebEnv>()
  .get('/', valid('query', asked), async (context) =>
    context.json(
      await askChild(context, 'check', { ...context.req.valid('query'), coder: coderOf(context) }),
    ),
  )
  .get('/returned', async (context) =>
    context.json(await askChild(context, 'returned', { coder: coderOf(context) })),
  )
  .post('/agree', valid('json', ofPassage), (context) => {
    const { seen, id, caseId, reason, start, end } = context.req.valid('json');
    return decide(context, seen, (acting, coder) =>
      reviewPassages(acting, 'confirm', {
        passages: [id],
        cases: [caseId],
        span: { start, end },
        coder,
        reason,
      }),
    );
  })
  .post(
    '/memo',
    valid('json', ofPassage.extend({ text: z.string(), type: z.enum(memoTypes) })),
    (context) => {
      const { seen, id, caseId, start, end, ...memo } = context.req.valid('json');
      return decide(context, seen, (acting, coder) =>
        addMemo(acting, { ...memo, on: `passage:${id}`, coder, cases: [caseId], span: { start, end } }),
      );
    },
  );
