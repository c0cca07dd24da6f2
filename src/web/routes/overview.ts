import { Hono } from 'hono';
import { askChild } from '../ask-child.js';
import type { WebEnv } from '../web-env.js';

/** Where the work stands. */
export const overview = new Hono<WebEnv>()
  .get('/', async (context) => context.json(await askChild(context, 'overview', undefined)))
  .get('/framework.svg', async (context) => {
    const { language } = context.var;
    const { svg } = await askChild(context, 'figure', { name: 'framework', language });
    return context.body(svg, 200, { 'content-type': 'image/svg+xml' });
  });
