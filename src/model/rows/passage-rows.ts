import { z } from 'zod';
import { originSchema, statusSchema } from '../coded-passage.js';
import { type PassageNumber, passageNumberSchema } from '../passage-number.js';

const count = z.number().int().nonnegative();

/** Where a passage stands in its case; a table without any speaker goes without the last two columns. */
const passageNumber = passageNumberSchema.unwrap().shape;

/**
 * A code given to a passage, with all keywords and rules that led to it; `level` is the id of the code's level;
 * `start`, `end` and `quote` point into the raw text of the case. A code given to a case as a whole (`isWholeCase`) has an
 * empty quote and no number.
 */
export const evidenceRowSchema = z.strictObject({
  caseId: z.string(),
  code: z.string(),
  level: z.string(),
  codeId: z.string(),
  keywords: z.array(z.string()).readonly(),
  rules: z.array(z.string()).readonly(),
  ...passageNumber,
  paragraph: passageNumber.paragraph.nullable(),
  sentence: passageNumber.sentence.nullable(),
  start: count,
  end: count,
  quote: z.string(),
  origins: z.array(originSchema).readonly(),
  coders: z.array(z.string()).readonly(),
  status: statusSchema,
  decisionIds: z.array(z.string()).readonly(),
  passage: z.string(),
});

/** How much of a case is coded: `coverage` is the share of its sentences, `characterCoverage` that of their characters. */
export const coverageRowSchema = z.strictObject({
  caseId: z.string(),
  sentences: count,
  codedSentences: count,
  coverage: z.number(),
  characters: count,
  codedCharacters: count,
  characterCoverage: z.number(),
  codes: count,
});

/** A sentence that no code was given to; `start`, `end` and `quote` point into the raw text of the case. */
export const uncodedRowSchema = z.strictObject({
  caseId: z.string(),
  ...passageNumber,
  start: count,
  end: count,
  quote: z.string(),
});

/** An occurrence of a word: what stands around it as cleaned; `start` and `end` point into the raw text of the case. */
export const kwicRowSchema = z.strictObject({
  caseId: z.string(),
  ...passageNumber,
  left: z.string(),
  keyword: z.string(),
  right: z.string(),
  start: count,
  end: count,
});

/** A row before the number of its passage is looked up. */
type Unnumbered<Row> = Omit<Row, keyof PassageNumber>;

export type EvidenceRow = Unnumbered<z.infer<typeof evidenceRowSchema>>;
export type CoverageRow = z.infer<typeof coverageRowSchema>;
export type UncodedRow = Unnumbered<z.infer<typeof uncodedRowSchema>>;
