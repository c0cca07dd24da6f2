import { z } from 'zod';
import { publishedCodebookSchema, publishedTableSchema } from '../published-table.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The state of a project that somebody gave a name: what was decided until then, and the numbers of its tables. */
export const tagSchema = z
  .object({
    /** Of the project, before the tag was given. */
    revision: z.number().int().nonnegative(),
    /** How many decisions the log had. */
    decisions: z.number().int().nonnegative(),
    logHash: hash,
    stateHash: hash,
    codebooks: z.array(publishedCodebookSchema).readonly(),
    tables: z.array(publishedTableSchema).readonly(),
    decisionId: z.string(),
    coder: z.string(),
    reason: z.string(),
  })
  .readonly();

export type Tag = z.infer<typeof tagSchema>;
