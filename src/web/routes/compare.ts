import { Hono } from 'hono';
import { z } from 'zod';
import { polaritySchema } from '../../model/coded-passage.js';
import type { Span } from '../../model/span.js';
import type { Context } from '../../project/context.js';
import { readPassage } from '../../workflow/browse-passages.js';
import { recodePassage, reviewPassages, turnPassage } from '../../workflow/judge-passages.js';
import { showProposals } from '../../workflow/show-proposals.js';
import { act, actSchema, coderOf } from '../acting.js';
import { askChild } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebContext, WebEnv } from '../web-env.js';

const flag = z.enum(['0', '1']).default('0');
const whole = z.coerce.number().int().nonnegative();

const asked = z.object({
  code: z.string(),
  beside: z.string().optional(),
  case: z.string().optional(),
  against: flag,
  others: flag,
  offset: whole.optional(),
  limit: whole.max(200).optional(),
});

/** A passage by its id and where it lies. */
const ofPassage = actSchema.extend({
  others: z.boolean().default(false),
  id: z.string(),
  caseId: z.string(),
  start: whole,
  end: whole,
});

/** The same with what is coded there. */
const coding = ofPassage.extend({ code: z.string(), polarity: polaritySchema });

const spanOf = ({ start, end }: Span) => ({ start, end });

/** Does something about a passage, and answers with what is said of it then; null where nobody codes it any more. */
async function actOnPassage(
  context: WebContext,
  { seen, ...said }: { readonly seen: number } & z.infer<typeof ofPassage>,
  work: (acting: Context, coder: string) => Promise<unknown>,
) {
  return context.json(
    await act(context, seen, async (acting, coder) => {
      await work(acting, coder);
      return readPassage(acting, { ...said, span: spanOf(said), coder, withOthers: said.others });
    }),
  );
}

/** Constant comparison: passages of codes side by side; each act is answered with what is said of its passage then. */
export const compare = new Hono<WebEnv>()
  .get('/', valid('query', asked), async (context) => {
    const { case: caseId, against, others, ...query } = context.req.valid('query');
    const coder = coderOf(context);
    const { workbench } = context.var;
    const browsed = await askChild(context, 'passages', {
      ...query,
      caseId,
      coder,
      against: against === '1',
      withOthers: others === '1',
    });
    const { firstShown: cases } = browsed;
    if (cases.length > 0) await workbench.project.act((acting) => showProposals(acting, { cases, coder }));
    return context.json(browsed);
  })
  .post(
    '/proposals',
    valid('json', actSchema.extend({ cases: z.array(z.string()).min(1) })),
    async (context) => {
      const { seen, cases } = context.req.valid('json');
      return context.json(
        await act(context, seen, (acting, coder) => showProposals(acting, { cases, coder })),
      );
    },
  )
  .post('/review', valid('json', ofPassage.extend({ says: z.enum(['confirm', 'reject']) })), (context) => {
    const { says, ...said } = context.req.valid('json');
    return actOnPassage(context, said, (acting, coder) =>
      reviewPassages(acting, says, {
        passages: [said.id],
        cases: [said.caseId],
        span: spanOf(said),
        coder,
        reason: said.reason,
      }),
    );
  })
  .post('/recode', valid('json', coding.extend({ to: z.string() })), (context) => {
    const { code, ...said } = context.req.valid('json');
    return actOnPassage(context, said, (acting, coder) =>
      recodePassage(acting, { ...said, codes: [code], span: spanOf(said), coder }),
    );
  })
  .post('/turn', valid('json', coding), (context) => {
    const { code, ...said } = context.req.valid('json');
    return actOnPassage(context, said, (acting, coder) =>
      turnPassage(acting, { ...said, codes: [code], span: spanOf(said), coder }),
    );
  });
