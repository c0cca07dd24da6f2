import { basename } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import { exportFormatNames } from '../../model/export-format-name.js';
import { tableNames } from '../../model/table-name.js';
import { askChild } from '../ask-child.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';
import { filterSchema, namesSchema } from './tables.js';

const requestSchema = filterSchema.extend({
  tables: namesSchema.pipe(z.array(z.enum(tableNames)).optional()),
  by: z.string().optional(),
});

/** The coding of the project as files of other programs, to be saved by the browser. */
export const exports = new Hono<WebEnv>()
  .get('/', (context) => context.json(exportFormatNames))
  .get(
    '/:format',
    valid('param', z.object({ format: z.enum(exportFormatNames) })),
    valid('query', requestSchema),
    async (context) => {
      const { workbench } = context.var;
      const { format } = context.req.valid('param');
      const { name, bytes } = await askChild(context, 'export', { ...context.req.valid('query'), format });
      const project = basename(workbench.project.path).replace(/\.[^.]*$/, '');
      const saved = encodeURIComponent(`${project}-${name}`);
      return context.body(new Uint8Array(bytes), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${saved}`,
      });
    },
  );
