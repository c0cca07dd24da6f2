import { z } from 'zod';

/** A number of a table, or what names its row. */
const publishedCellSchema = z.union([z.string(), z.number(), z.null()]);

/**
 * The counts of one table as they are published. `study` counts the cases of the project, `totals` keywords and
 * codings under a codebook, each in one row; the others are the tables of that name.
 */
export const publishedTableSchema = z
  .object({
    name: z.enum(['study', 'totals', 'frequency', 'coding', 'pillars']),
    /** Empty for the codebook that people grow, and for `study`. */
    codebookId: z.string(),
    columns: z.array(z.string()).readonly(),
    /** For each row the id of its code (null where it has none), its name, and a cell for each column. */
    rows: z
      .array(z.tuple([z.string().nullable(), z.string()]).rest(publishedCellSchema).readonly())
      .readonly(),
  })
  .readonly();

/** A codebook under which numbers were published. */
export const publishedCodebookSchema = z
  .object({
    codebookId: z.string(),
    version: z.string(),
    /** Hash of its file; null for the one that people grow. */
    contentHash: z.string().nullable(),
  })
  .readonly();

export type PublishedCell = z.infer<typeof publishedCellSchema>;
export type PublishedTable = z.infer<typeof publishedTableSchema>;
export type PublishedCodebook = z.infer<typeof publishedCodebookSchema>;
