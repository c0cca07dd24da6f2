import { Hono } from 'hono';
import { askInOwnView } from '../ask-child.js';
import type { WebEnv } from '../web-env.js';

/** Where the work stands. */
export const overview = new Hono<WebEnv>()
  .get('/', async (context) => context.json(await askInOwnView(context, 'overview', {})))
  .get('/framework.svg', async (context) => {
    const { language } = context.var;
    const { svg } = await askInOwnView(context, 'figure', { name: 'framework', language });
    return context.body(svg, 200, { 'content-type': 'image/svg+xml' });
  });
