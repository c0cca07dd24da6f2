import { Hono } from 'hono';
import { z } from 'zod';
import { browseCases } from '../../workflow/browse-cases.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

const whole = z.coerce.number().int().nonnegative();

const asked = z.object({
  find: z.string().optional(),
  where: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
  sort: z.string().optional(),
  offset: whole.optional(),
  limit: whole.max(500).optional(),
});

/** The cases of the project. */
export const cases = new Hono<WebEnv>().get('/', valid('query', asked), (context) =>
  context.json(
    context.var.workbench.project.read((reading) => browseCases(reading, context.req.valid('query'))),
  ),
);
