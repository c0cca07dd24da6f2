import { Hono } from 'hono';
import { z } from 'zod';
import { passageQuerySchema, savedQuerySchema } from '../../model/passage-query.js';
import { freezeQuery } from '../../workflow/queries/freeze-query.js';
import { listQueries, renameQuery, saveQuery } from '../../workflow/queries/saved-queries.js';
import { act, actSchema, coderOf } from '../acting.js';
import { askChild } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

const listed = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);
const asked = z.object({ ...passageQuerySchema.unwrap().shape, where: listed });
const saved = actSchema.extend({ query: savedQuerySchema });
const renamed = actSchema.extend({ memo: z.string(), name: z.string().trim().min(1) });

/** Queries of sentences: run, saved by name, renamed, and frozen into a code. */
export const queries = new Hono<WebEnv>()
  .get('/', (context) => context.json(context.var.workbench.project.read(listQueries)))
  .get('/sentences', valid('query', asked), async (context) =>
    context.json(await askChild(context, 'query', { ...context.req.valid('query'), by: coderOf(context) })),
  )
  .post('/save', valid('json', saved), async (context) => {
    const { seen, query } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        await saveQuery(acting, { query, coder });
        return listQueries(acting);
      }),
    );
  })
  .post('/rename', valid('json', renamed), async (context) => {
    const { seen, memo, name } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        await renameQuery(acting, { memo, name, coder });
        return listQueries(acting);
      }),
    );
  })
  .post('/freeze', valid('json', saved.extend({ code: z.string().trim().min(1) })), async (context) => {
    const { seen, ...said } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        const { decisions } = await freezeQuery(acting, { ...said, coder });
        return { decisions: decisions.length };
      }),
    );
  });
