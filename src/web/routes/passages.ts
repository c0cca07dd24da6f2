import { Hono } from 'hono';
import { z } from 'zod';
import { polaritySchema } from '../../model/coded-passage.js';
import { codeInVivo } from '../../workflow/code-in-vivo.js';
import {
  codePassage,
  movePassage,
  recodePassage,
  reviewPassages,
  turnPassage,
  uncodePassage,
} from '../../workflow/judge-passages.js';
import { actAt, actOnCase, shown } from '../act-on-case.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

const whole = z.number().int().nonnegative();
const spanSchema = z.object({ start: whole, end: whole.positive() });
const place = shown.extend({ caseId: z.string(), ...spanSchema.shape });

/** Codes that are given to a place; one of them may be founded by it. */
const coded = place.extend({
  codes: z.array(z.string()).min(1),
  founds: z.string().trim().min(1).optional(),
});

/** A code at a place. */
const coding = place.extend({ code: z.string(), polarity: polaritySchema.default('supports') });

/** A passage by its id and where it lies: nowhere, where the case as a whole is coded. */
const ofPassage = place.extend({ end: whole, passage: z.string() });

/** What people say of passages: each answer is what is coded there then. */
export const passages = new Hono<WebEnv>()
  .post('/code', valid('json', coded), (context) => {
    const { start, end, ...said } = context.req.valid('json');
    const span = { start, end };
    return actAt(context, { ...said, spans: [span] }, (acting, coder) =>
      codePassage(acting, { ...said, span, coder }),
    );
  })
  .post('/in-vivo', valid('json', place), (context) => {
    const { start, end, ...said } = context.req.valid('json');
    return actOnCase(context, said, (acting, coder) =>
      codeInVivo(acting, { ...said, span: { start, end }, coder }),
    );
  })
  .post('/recode', valid('json', coding.extend({ to: z.string() })), (context) => {
    const { start, end, code, ...said } = context.req.valid('json');
    const span = { start, end };
    return actAt(context, { ...said, spans: [span] }, (acting, coder) =>
      recodePassage(acting, { ...said, codes: [code], span, coder }),
    );
  })
  .post('/turn', valid('json', coding), (context) => {
    const { start, end, code, ...said } = context.req.valid('json');
    const span = { start, end };
    return actAt(context, { ...said, spans: [span] }, (acting, coder) =>
      turnPassage(acting, { ...said, codes: [code], span, coder }),
    );
  })
  .post('/move', valid('json', coding.extend({ to: spanSchema })), (context) => {
    const { start, end, code, to: toSpan, ...said } = context.req.valid('json');
    const span = { start, end };
    return actAt(context, { ...said, spans: [span, toSpan] }, (acting, coder) =>
      movePassage(acting, { ...said, codes: [code], span, toSpan, coder }),
    );
  })
  .post('/uncode', valid('json', coding), (context) => {
    const { start, end, code, ...said } = context.req.valid('json');
    const span = { start, end };
    return actAt(context, { ...said, spans: [span] }, (acting, coder) =>
      uncodePassage(acting, { ...said, codes: [code], span, coder }),
    );
  })
  .post('/review', valid('json', ofPassage.extend({ says: z.enum(['confirm', 'reject']) })), (context) => {
    const { says, passage, start, end, ...said } = context.req.valid('json');
    const span = { start, end };
    return actAt(context, { ...said, spans: [span] }, (acting, coder) =>
      reviewPassages(acting, says, {
        passages: [passage],
        cases: [said.caseId],
        span,
        coder,
        reason: said.reason,
      }),
    );
  });
