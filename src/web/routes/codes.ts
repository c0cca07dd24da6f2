import { Hono } from 'hono';
import { listCodes } from '../../workflow/list-codes.js';
import type { WebEnv } from '../web-env.js';

/** The codes of the codebook in use. */
export const codes = new Hono<WebEnv>().get('/', (context) =>
  context.json(context.var.workbench.project.read((reading) => listCodes(reading))),
);
