import { z } from 'zod';
import { candidateSchema } from '../candidate.js';
import { keywordKindSchema } from '../mapping.js';
import { weightFactorsSchema } from '../weight-factors.js';

const count = z.number().int().nonnegative();

/** Table 2 of the model study, 词语 词性 权重 频次, with the occurrences that a search of the texts finds. */
const { group, rank, word, pos, weight, frequency, ...others } = candidateSchema.unwrap().shape;
export const keywordRowSchema = z.strictObject({
  group,
  rank,
  word,
  pos,
  weight,
  frequency,
  occurrences: count,
  ...others,
});

/** The generation of statistics of a group: a column of the tables of keywords where groups have different ones. */
export const generation = z.number().int().positive();

/** Why a keyword weighs what it does: its weight and the factors that it is the product of. */
export const weightRowSchema = z.strictObject({
  group: z.string(),
  rank: z.number().int().positive(),
  word: z.string(),
  weight: z.number(),
  ...weightFactorsSchema.unwrap().shape,
  generation,
});

/**
 * How the raw keywords became core keywords: one row for each case × word that was considered. `kind` is null for a
 * word that was left out.
 */
export const rawRowSchema = z.strictObject({
  caseId: z.string(),
  rawKeyword: z.string(),
  source: z.enum(['mined', 'reading']),
  kind: keywordKindSchema.nullable(),
  inCodebook: z.boolean(),
  kept: z.boolean(),
  reason: z.string(),
  coreKeyword: z.string().nullable(),
  decisionId: z.string().nullable(),
});

export type RawRow = z.infer<typeof rawRowSchema>;
