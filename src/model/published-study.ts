import { z } from 'zod';

const text = z.string().min(1);

/** How much of its list a table prints: all of it, the entries with the largest figures, or some. */
const extentSchema = z.enum(['all', 'top', 'some']).default('all');

/** What the whole is printed as: 100 for percentages, 1 for fractions. */
const wholeSchema = z.number().positive();

/** A share that a table prints: of one column in another, or in the total of its own. */
const shareSchema = z.strictObject({
  column: text,
  of: text,
  in: text.optional(),
  whole: wholeSchema.default(100),
});

/**
 * A column computed from others of its row: their sum or mean, the first less the second, the first divided by the
 * second, the growth from the second to the first; or the running sum of one column from the first row on.
 */
const derivedSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.enum(['sum', 'mean']), column: text, of: z.array(text).min(1) }),
  z.strictObject({ as: z.literal('difference'), column: text, of: z.tuple([text, text]) }),
  z.strictObject({
    as: z.literal('ratio'),
    column: text,
    of: z.tuple([text, text]),
    whole: wholeSchema.default(1),
  }),
  z.strictObject({
    as: z.literal('growth'),
    column: text,
    of: z.tuple([text, text]),
    whole: wholeSchema.default(100),
  }),
  z.strictObject({ as: z.literal('cumulative'), column: text, of: z.tuple([text]) }),
]);

const tableHead = {
  id: text,
  /** What the study calls it. */
  name: text,
  note: text.optional(),
  extent: extentSchema,
} as const;

/** A table printed as CSV beside the claims, with what its columns contain. */
const tableFileSchema = z.strictObject({
  kind: z.literal('table'),
  ...tableHead,
  file: text,
  /** Level of the codebook → column, from the top level down. */
  levels: z.record(text, text).default({}),
  /** What is counted → column. */
  measures: z.record(text, text).default({}),
  shares: z.array(shareSchema).default([]),
  derived: z.array(derivedSchema).default([]),
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

/** What counts codes, adds figures up, or reads one figure; all of it, below one word, in one table. */
const scope = { under: text.optional(), table: text.optional() } as const;
const countOf = { level: text, ...scope } as const;
const sumOf = { measure: text, ...scope } as const;
const figureOf = { word: text, measure: text, level: text.optional(), table: text.optional() } as const;

/** A number, or where in the study it is found. */
const quantitySchema = z.union([
  z.number(),
  z.strictObject(figureOf),
  z.strictObject(sumOf),
  z.strictObject(countOf),
  z.strictObject({ thing: text }),
]);

/** A number as printed, whose digits count: `41.6`, `"41.60"`, `41.7%`; `约30%` is rounded to its last digit but 0. */
const printedNumberSchema = z.union([z.number(), z.string().regex(/^[约近≈~]?\s*\d+(?:\.\d+)?\s*[%％]?$/)]);

/**
 * A coefficient of agreement. CA = K = n·same/Σtotals over n coders (for n = 2 Holsti's 2M/(N1+N2)), the
 * reliability R = nK/(1+(n−1)K).
 */
const agreementSchema = z
  .strictObject({
    kind: z.literal('agreement'),
    measure: z.enum(['CA', 'K', 'R']),
    same: z.number().nonnegative().optional(),
    totals: z.array(z.number().positive()).min(2).optional(),
    coders: z.number().int().min(2).optional(),
    agreement: printedNumberSchema.optional(),
    value: printedNumberSchema,
    ...source,
  })
  .refine(
    ({ measure, same, totals, coders, agreement }) =>
      (same !== undefined && totals !== undefined && (measure !== 'K' || totals.length === 2)) ||
      (measure === 'R' && coders !== undefined && agreement !== undefined),
    { params: { problem: 'agreement-needs' } },
  );

/** One statement of a study that can be compared with its tables, its other statements and a codebook. */
const claimSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), ...countOf, value: z.number(), ...source }),
  z.strictObject({ kind: z.literal('rows'), table: text, value: z.number(), ...source }),
  z.strictObject({ kind: z.literal('sum'), ...sumOf, value: z.number(), ...source }),
  z.strictObject({ kind: z.literal('number'), thing: text, value: z.number(), ...source }),
  z.strictObject({ kind: z.literal('value'), ...figureOf, value: z.number(), ...source }),
  z.strictObject({
    kind: z.literal('share'),
    of: quantitySchema,
    in: quantitySchema,
    value: printedNumberSchema,
    whole: wholeSchema.default(100),
    ...source,
  }),
  agreementSchema,
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
export type DerivedColumn = z.infer<typeof derivedSchema>;
export type PublishedList = z.infer<typeof listSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Quantity = z.infer<typeof quantitySchema>;
export type Extent = z.infer<typeof extentSchema>;
