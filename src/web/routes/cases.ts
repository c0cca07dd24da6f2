import { Hono } from 'hono';
import { listCases } from '../../workflow/show-cases.js';
import type { WebEnv } from '../web-env.js';

/** The cases of the project. */
export const cases = new Hono<WebEnv>().get('/', (context) =>
  context.json(context.var.workbench.project.read((reading) => listCases(reading))),
);
