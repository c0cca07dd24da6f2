import { Hono } from 'hono';
import { z } from 'zod';
import { proposalsSettings } from '../../model/proposals-setting.js';
import { proposalsSetting } from '../../project/shown-proposals.js';
import { changeSetting } from '../../workflow/change-settings.js';
import { act, actSchema } from '../acting.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

const proposals = actSchema.extend({ value: z.enum(proposalsSettings) });

/** Settings of the project that the pages ask for and change. */
export const settings = new Hono<WebEnv>()
  .get('/proposals', (context) =>
    context.json(context.var.workbench.project.read(({ store }) => proposalsSetting(store))),
  )
  .post('/proposals', valid('json', proposals), async (context) => {
    const { seen, ...change } = context.req.valid('json');
    return context.json(
      await act(context, seen, async (acting, coder) => {
        await changeSetting(acting, { ...change, name: 'proposals', coder });
        return change.value;
      }),
    );
  });
