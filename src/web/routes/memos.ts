import { Hono } from 'hono';
import { z } from 'zod';
import { memoTypes } from '../../model/memo-type.js';
import type { Context } from '../../project/context.js';
import type { DecideReport } from '../../workflow/follow-decisions.js';
import { addMemo, deleteMemo, editMemo } from '../../workflow/write-memo.js';
import { act, actSchema } from '../acting.js';
import { valid } from '../valid.js';
import type { WebContext, WebEnv } from '../web-env.js';

const whole = z.number().int().nonnegative();
const written = actSchema.extend({
  on: z.string(),
  type: z.enum(memoTypes).optional(),
  text: z.string(),
  /** Where a passage lies, so that it is found sooner. */
  near: z.object({ caseId: z.string(), start: whole, end: whole }).optional(),
});
const named = actSchema.extend({ memo: z.string() });

/** Decides something, and answers with how many decisions it were. */
async function decide(
  context: WebContext,
  seen: number,
  work: (acting: Context, coder: string) => Promise<DecideReport>,
) {
  return context.json(
    await act(context, seen, async (acting, coder) => ({
      decided: (await work(acting, coder)).decisions.length,
    })),
  );
}

/** Memos on cases, passages and codes: written, and by their authors edited and deleted. */
export const memos = new Hono<WebEnv>()
  .post('/write', valid('json', written), (context) => {
    const { seen, near, ...memo } = context.req.valid('json');
    const place = near && { cases: [near.caseId], span: { start: near.start, end: near.end } };
    return decide(context, seen, (acting, coder) => addMemo(acting, { ...memo, ...place, coder }));
  })
  .post('/edit', valid('json', named.extend({ text: z.string() })), (context) => {
    const { seen, memo: id, text } = context.req.valid('json');
    return decide(context, seen, (acting, coder) => editMemo(acting, { id, text, coder }));
  })
  .post('/delete', valid('json', named), (context) => {
    const { seen, memo: id } = context.req.valid('json');
    return decide(context, seen, (acting, coder) => deleteMemo(acting, { id, coder }));
  });
