import { Hono } from 'hono';
import { z } from 'zod';
import { figureNames } from '../../model/figure-name.js';
import { askInOwnView } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';
import { filterSchema } from './tables.js';

const requestSchema = filterSchema.extend({
  level: z.coerce.number().int().positive().optional(),
  by: z.string().optional(),
  rows: z.coerce.number().int().positive().optional(),
  width: z.coerce.number().positive().max(400).optional(),
});
const named = valid('param', z.object({ name: z.enum(figureNames) }));

/** The figures of the project: what is said of one, and its picture. */
export const figures = new Hono<WebEnv>()
  .get('/:name', named, valid('query', requestSchema), async (context) => {
    const { language } = context.var;
    const request = { ...context.req.valid('query'), name: context.req.valid('param').name, language };
    const { svg: _, ...figure } = await askInOwnView(context, 'figure', request);
    return context.json(figure);
  })
  .get('/:name/picture.svg', named, valid('query', requestSchema), async (context) => {
    const { language } = context.var;
    const request = { ...context.req.valid('query'), name: context.req.valid('param').name, language };
    const { svg } = await askInOwnView(context, 'figure', request);
    return context.body(svg, 200, { 'content-type': 'image/svg+xml' });
  })
  .get('/:name/picture.png', named, valid('query', requestSchema), async (context) => {
    const { language } = context.var;
    const request = { ...context.req.valid('query'), name: context.req.valid('param').name, language };
    const png = await askInOwnView(context, 'picture', request);
    return context.body(new Uint8Array(png), 200, { 'content-type': 'image/png' });
  });
