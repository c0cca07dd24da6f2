import { basename } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import { exportFormatNames } from '../../model/export-format-name.js';
import { tableNames } from '../../model/table-name.js';
import { listTables } from '../../workflow/list-tables.js';
import { askChild } from '../ask-child.js';
import { hiddenCases, requireNoneHidden } from '../hidden-cases.js';
import { valid } from '../valid.js';
import type { WebEnv } from '../web-env.js';
import { filterSchema, namesSchema } from './tables.js';

const requestSchema = filterSchema.extend({
  tables: namesSchema.pipe(z.array(z.enum(tableNames)).optional()),
  by: z.string().optional(),
  coders: namesSchema,
  word: z.string().optional(),
});

/** The coding of the project as files of other programs, to be saved by the browser. */
export const exports = new Hono<WebEnv>()
  .get('/', (context) => context.json({ formats: exportFormatNames, hidden: hiddenCases(context) }))
  .get(
    '/:format',
    valid('param', z.object({ format: z.enum(exportFormatNames) })),
    valid('query', requestSchema),
    async (context) => {
      const { workbench, language } = context.var;
      requireNoneHidden(context);
      const { format } = context.req.valid('param');
      const request = context.req.valid('query');
      const { name, bytes } = await askChild(context, 'export', { ...request, format });
      const project = basename(workbench.project.path).replace(/\.[^.]*$/, '');
      // A table that is saved alone is called by its title: the next one would have the same name.
      const [table = '', ...others] = request.tables ?? [];
      const title = listTables(language).tables.find((one) => one.name === table)?.title;
      const called = title === undefined || others.length > 0 ? name : name.replace(/^[^.]+/, title);
      const saved = encodeURIComponent(`${project}-${called}`);
      return context.body(new Uint8Array(bytes), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${saved}`,
      });
    },
  );
