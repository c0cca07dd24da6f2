import { Hono } from 'hono';
import { z } from 'zod';
import { describeAgreement } from '../../messages/agreement-tables.js';
import { loadMessages } from '../../messages/load-messages.js';
import { adjudicationGrounds } from '../../model/decisions/adjudication-grounds.js';
import { agreementUnits } from '../../project/agreement-report.js';
import { settleDisagreement } from '../../workflow/settle-disagreement.js';
import { act, actSchema, coderOf } from '../acting.js';
import { askChild, askInOwnView } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';
import { namesSchema } from './tables.js';

const flag = z.literal('1').optional();
const whole = z.coerce.number().int().nonnegative().optional();

const reportSchema = z.object({
  coders: namesSchema,
  unit: z.enum(agreementUnits).optional(),
  /** All measures, not the headline measure alone. */
  all: flag,
});
const openSchema = z.object({
  hidden: flag,
  unfinished: flag,
  offset: whole,
  limit: z.coerce.number().int().positive().max(100).optional(),
});
const settleSchema = actSchema.extend({
  ...adjudicationGrounds,
  id: z.string(),
  verdictOf: z.string(),
  hideNames: z.boolean().default(false),
});

/** How far coders agree, and whose verdict counts where they do not. */
export const agreement = new Hono<WebEnv>()
  .get('/coders', async (context) => context.json(await askChild(context, 'coders', undefined)))
  .get('/report', valid('query', reportSchema), async (context) => {
    const { all, ...request } = context.req.valid('query');
    const report = await askInOwnView(context, 'agree', { ...request, all: all !== undefined });
    const say = await loadMessages(context.var.language);
    return context.json(describeAgreement(report, say.agreement, all !== undefined));
  })
  .get('/open', valid('query', openSchema), async (context) => {
    const { hidden, unfinished, ...page } = context.req.valid('query');
    const asked = {
      ...page,
      coder: coderOf(context),
      hideNames: hidden !== undefined,
      withUnfinished: unfinished !== undefined,
    };
    return context.json(await askChild(context, 'disagreements', asked));
  })
  .post('/settle', valid('json', settleSchema), async (context) => {
    const { seen, ...said } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        const { decisions } = await settleDisagreement(acting, { ...said, coder });
        return { decided: decisions.length };
      }),
    );
  });
