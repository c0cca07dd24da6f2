import { z } from 'zod';

const text = z.string().min(1);

/** How much of its list a table prints: all of it, the entries with the largest figures, or some. */
const extentSchema = z.enum(['all', 'top', 'some']).default('all');

/** A share that a table prints: of one column in another, or in the total of its own. */
const shareSchema = z.strictObject({
  column: text,
  of: text,
  in: text.optional(),
  /** What the whole is printed as: 100 for percentages, 1 for fractions. */
  whole: z.number().positive().default(100),
});

const tableHead = {
  id: text,
  /** What the study calls it. */
  name: text,
  note: text.optional(),
  extent: extentSchema,
} as const;

/** A table printed as CSV beside the claims, its columns told what they hold. */
const tableFileSchema = z.strictObject({
  kind: z.literal('table'),
  ...tableHead,
  file: text,
  /** Level of the codebook → column, from the top level down. */
  levels: z.record(text, text).default({}),
  /** What is counted → column. */
  measures: z.record(text, text).default({}),
  shares: z.array(shareSchema).default([]),
  order: z.strictObject({ column: text, direction: z.enum(['descending', 'ascending']) }).optional(),
  rank: text.optional(),
  /** What the row of totals is called. */
  total: text.optional(),
});

/** A list given in running text. */
const listSchema = z.strictObject({
  kind: z.literal('list'),
  ...tableHead,
  level: text,
  under: text.optional(),
  items: z.array(text).min(1),
});

const source = { source: text, note: text.optional() } as const;

/** One statement of a study that can be held against its tables, its other statements and a codebook. */
const claimSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('count'),
    level: text,
    under: text.optional(),
    value: z.number(),
    ...source,
  }),
  z.strictObject({ kind: z.literal('rows'), table: text, value: z.number(), ...source }),
  z.strictObject({ kind: z.literal('sum'), measure: text, value: z.number(), ...source }),
  z.strictObject({ kind: z.literal('number'), thing: text, value: z.number(), ...source }),
  z.strictObject({ kind: z.literal('value'), word: text, measure: text, value: z.number(), ...source }),
  z.strictObject({ kind: z.literal('listed'), word: text, table: text, ...source }),
  z.strictObject({ kind: z.literal('place'), word: text, level: text, parent: text, ...source }),
]);

/** What a study published about its coding: tables, lists and statements, as facts with their place. */
export const publishedStudySchema = z.strictObject({
  title: text,
  source: text,
  note: text.optional(),
  /** Words that the audit may take for one and the same. */
  aliases: z.array(z.strictObject({ word: text, means: text, note: text.optional() })).default([]),
  /** Measures whose total is a union (cases), never the sum of the parts. */
  distinct: z.array(text).default([]),
  tables: z.array(z.discriminatedUnion('kind', [tableFileSchema, listSchema])).default([]),
  claims: z.array(claimSchema).default([]),
});

export type PublishedStudy = z.infer<typeof publishedStudySchema>;
export type TableFile = z.infer<typeof tableFileSchema>;
export type PublishedList = z.infer<typeof listSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Extent = z.infer<typeof extentSchema>;
