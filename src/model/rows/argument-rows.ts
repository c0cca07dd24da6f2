import { z } from 'zod';
import { statusSchema } from '../coded-passage.js';
import { passageNumberSchema } from '../passage-number.js';

const count = z.number().int().nonnegative();
const { paragraph, sentence, turn, speaker } = passageNumberSchema.unwrap().shape;

/** Where a quote stands; all null where there is none. */
const place = { paragraph: paragraph.nullable(), sentence: sentence.nullable(), turn, speaker };

/**
 * From statements to concepts and categories: a quote of a code, a sentence that denies it (`counter`), or a limit that its
 * definition names. `concept` is a code of the lowest level, `category` the one above it, or the code itself of a higher level;
 * `passages` are all that its kind has.
 */
export const exampleRowSchema = z.strictObject({
  number: z.string().nullable(),
  quote: z.string(),
  kind: z.enum(['example', 'counter', 'limit']),
  conceptNumber: z.string().nullable(),
  concept: z.string().nullable(),
  categoryNumber: z.string().nullable(),
  category: z.string().nullable(),
  codeId: z.string(),
  caseId: z.string().nullable(),
  ...place,
  status: statusSchema.nullable(),
  passages: count.nullable(),
  passage: z.string().nullable(),
});

/**
 * A category under its main category (of the top level), what it means (null where nobody wrote it), the codes directly under it,
 * and what it and all under it received, as in the coding table.
 */
export const categoryRowSchema = z.strictObject({
  mainNumber: z.string().nullable(),
  mainCategory: z.string().nullable(),
  number: z.string().nullable(),
  category: z.string().nullable(),
  meaning: z.string().nullable(),
  concepts: z.array(z.string()).readonly(),
  codeId: z.string(),
  level: z.string(),
  assignments: count,
  references: count,
  cases: count,
});

/**
 * What argues for a pillar: its claim, the categories under it, and a case that tells it. The row is of the `exemplar` chosen
 * among all cases, or of a place that leads (has most of the pillar, or the highest score) and is not that of the exemplar.
 * `references`, `caseRank` and `margin` are those of the pillar in the case; `flag` says what is missing.
 */
export const pillarEvidenceRowSchema = z.strictObject({
  number: z.string().nullable(),
  pillar: z.string().nullable(),
  claim: z.string().nullable(),
  categories: z.array(z.string()).readonly(),
  role: z.enum(['exemplar', 'leading-place', 'none']),
  place: z.string().nullable(),
  leads: z.enum(['count', 'score', 'both']).nullable(),
  placeAssignments: count.nullable(),
  placeReferences: count.nullable(),
  caseId: z.string().nullable(),
  choice: z.enum(['main', 'main-other', 'most', 'most-other', 'of-place']).nullable(),
  caseRank: z.number().int().positive().nullable(),
  margin: z.number().nullable(),
  references: count.nullable(),
  practice: z.string().nullable(),
  codeId: z.string().nullable(),
  quote: z.string().nullable(),
  ...place,
  status: statusSchema.nullable(),
  passage: z.string().nullable(),
  flag: z.enum(['untold', 'no-evidence']).nullable(),
});

/**
 * A passage of a code with what was written about it. `passages` are all that the code has of the kind, `omitted` those of them
 * that are not listed; memos on the code are with its first row.
 */
export const quotationRowSchema = z.strictObject({
  number: z.string(),
  code: z.string(),
  level: z.string(),
  codeId: z.string(),
  kind: z.enum(['example', 'counter']),
  caseId: z.string(),
  ...place,
  quote: z.string(),
  coders: z.array(z.string()).readonly(),
  status: statusSchema,
  memos: z.array(z.string()).readonly(),
  codeMemos: z.array(z.string()).readonly(),
  passages: count,
  omitted: count,
  passage: z.string(),
});

/** A row before the place of its quote is looked up. */
type Unplaced<Row> = Omit<Row, keyof typeof place>;

export type ExampleRow = Unplaced<z.infer<typeof exampleRowSchema>>;
export type CategoryRow = z.infer<typeof categoryRowSchema>;
export type PillarEvidenceRow = Unplaced<z.infer<typeof pillarEvidenceRowSchema>>;
export type QuotationRow = Unplaced<z.infer<typeof quotationRowSchema>>;
