import { Hono } from 'hono';
import { z } from 'zod';
import { loadMessages } from '../../messages/load-messages.js';
import { askedByReader } from '../../project/reader-view.js';
import { decide } from '../../workflow/decide.js';
import { defineCode } from '../../workflow/define-code.js';
import { deleteCode } from '../../workflow/delete-code.js';
import { foundCode } from '../../workflow/found-code.js';
import { reviewPassages } from '../../workflow/judge-passages.js';
import { readCode } from '../../workflow/read-code.js';
import { rememberSuggestions } from '../../workflow/suggest.js';
import { act, actSchema, coderOf } from '../acting.js';
import { askInOwnView } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

const ofCodebook = z.object({ codebook: z.string().optional() });
const lines = z.array(z.string()).optional();

const stated = actSchema.extend({
  kind: z.enum(['move', 'merge', 'group', 'rename', 'promote']),
  words: z.array(z.string()).min(1),
  isNew: z.boolean().optional(),
});

const founded = actSchema.extend({ name: z.string(), words: z.array(z.string()).min(1) });

const ofCode = actSchema.extend({ code: z.string(), codebook: z.string().optional() });

const defined = ofCode.extend({
  definition: z.string().optional(),
  limits: lines,
  examples: lines,
  properties: lines,
});

/** What a coder says again of a passage under which something changed. */
const revisited = actSchema.extend({
  codebook: z.string().optional(),
  passage: z.string(),
  caseId: z.string(),
  says: z.enum(['confirm', 'reject']),
});

/** The codes of a codebook: found, counted, changed, and each with all that is known of it. */
export const codes = new Hono<WebEnv>()
  .get('/', valid('query', ofCodebook), async (context) =>
    context.json(await askInOwnView(context, 'codeNames', context.req.valid('query'))),
  )
  .get('/columns', valid('query', ofCodebook), async (context) =>
    context.json(
      await askInOwnView(context, 'codes', { ...context.req.valid('query'), language: context.var.language }),
    ),
  )
  .get('/one', valid('query', ofCodebook.extend({ code: z.string() })), async (context) =>
    context.json(await askInOwnView(context, 'code', context.req.valid('query'))),
  )
  .get('/changes', valid('query', ofCodebook.extend({ since: z.string().optional() })), async (context) => {
    const { statements, ...told } = await askInOwnView(context, 'changes', context.req.valid('query'));
    const { reports } = await loadMessages(context.var.language);
    return context.json({
      ...told,
      statements: statements.map(({ decision, decisions }) => ({
        id: decision.id,
        time: decision.time,
        coder: decision.coder,
        text: reports.decision(decision),
        decisions,
      })),
    });
  })
  .get('/revisit', valid('query', ofCodebook.extend({ coder: z.string().optional() })), async (context) =>
    context.json(await askInOwnView(context, 'revisit', context.req.valid('query'))),
  )
  .post('/revisit', valid('json', revisited), async (context) => {
    const { seen, passage, caseId, says, ...said } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        const judged = { ...said, passages: [passage], cases: [caseId], coder };
        const { decisions } = await reviewPassages(acting, says, judged);
        return { decisions: decisions.length };
      }),
    );
  })
  .get('/suggestions', valid('query', ofCodebook.extend({ word: z.string() })), async (context) => {
    const { word, codebook } = context.req.valid('query');
    const { workbench } = context.var;
    const coder = coderOf(context);
    const found = await askInOwnView(context, 'suggest', { words: [word], codebook });
    await workbench.project.act((acting) => rememberSuggestions(acting, found, coder));
    return context.json(found.suggested[0]?.suggestions ?? []);
  })
  .post('/decide', valid('json', stated), async (context) => {
    const { seen, ...statement } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        const { decisions } = await decide(acting, { ...statement, coder });
        return { decisions: decisions.length };
      }),
    );
  })
  .post('/found', valid('json', founded), async (context) => {
    const { seen, ...said } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        const { decisions } = await foundCode(acting, { ...said, coder });
        return { decisions: decisions.length };
      }),
    );
  })
  .post('/define', valid('json', defined), async (context) => {
    const { seen, ...said } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        await defineCode(acting, { ...said, coder });
        return readCode(acting, askedByReader(acting.store, { reader: coder, asked: said }));
      }),
    );
  })
  .post('/delete', valid('json', ofCode), async (context) => {
    const { seen, ...said } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        const { decisions } = await deleteCode(acting, { ...said, coder });
        return { decisions: decisions.length };
      }),
    );
  });
