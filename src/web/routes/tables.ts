import { Hono } from 'hono';
import { z } from 'zod';
import { tableNames } from '../../model/table-name.js';
import { listTables } from '../../workflow/list-tables.js';
import { askChild } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';

/** Names in one field of an address, with commas between them. */
export const namesSchema = z
  .string()
  .transform((written) =>
    written
      .split(/[,，]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .optional();
const text = z.string().optional();
const number = z.coerce.number().int().positive().optional();

/** What tables and figures are asked of, as the address of the page has it. */
export const filterSchema = z.object({
  codebook: text,
  batch: text,
  status: z.enum(['all', 'confirmed']).optional(),
  view: text,
});

const requestSchema = filterSchema.extend({
  by: text,
  group: namesSchema,
  against: namesSchema,
  coders: namesSchema,
  codebooks: namesSchema,
  word: text,
  unit: z.enum(['passage', 'paragraph', 'case', 'window', 'sentence', 'keyword']).optional(),
  within: number,
  level: number,
});

const pageSchema = requestSchema.extend({
  column: text,
  direction: z.enum(['up', 'down']).optional(),
  filter: text,
  offset: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().positive().max(500).default(100),
});

/** The tables of the project, a page at a time. */
export const tables = new Hono<WebEnv>()
  .get('/', (context) => context.json(listTables(context.var.language)))
  .get(
    '/:name',
    valid('param', z.object({ name: z.enum(tableNames) })),
    valid('query', pageSchema),
    async (context) => {
      const { column, direction, filter, offset, limit, ...request } = context.req.valid('query');
      const page = await askChild(context, 'table', {
        table: { ...request, name: context.req.valid('param').name },
        language: context.var.language,
        sort: column === undefined ? undefined : { column, isDescending: direction === 'down' },
        filter,
        reader: context.var.session.coder,
        offset,
        limit,
      });
      return context.json(page);
    },
  );
