import { z } from 'zod';
import { originSchema, statusSchema } from './assignment.js';
import { candidateSchema } from './candidate.js';
import { type PassageNumber, passageNumberSchema } from './passage-number.js';
import type { TableName } from './table-name.js';
import { weightFactorsSchema } from './weight-factors.js';

export { type TableName, tableNames } from './table-name.js';

const count = z.number().int().nonnegative();

/** Where a passage stands in its case; a table without any speaker goes without the last two columns. */
const passageNumber = passageNumberSchema.unwrap().shape;

/** Why a keyword weighs what it does: its weight and the factors that it is the product of. */
/** The generation of statistics of a group: a column of the tables of keywords where groups have different ones. */
const generation = z.number().int().positive();

const weightRowSchema = z.strictObject({
  group: z.string(),
  rank: z.number().int().positive(),
  word: z.string(),
  weight: z.number(),
  ...weightFactorsSchema.unwrap().shape,
  generation,
});

/** How the raw keywords became core keywords: one row for each case × word that was considered. */
export const rawRowSchema = z.strictObject({
  caseId: z.string(),
  rawKeyword: z.string(),
  source: z.enum(['mined', 'reading']),
  kind: z.enum(['controlled', 'free']),
  kept: z.boolean(),
  reason: z.string(),
  coreKeyword: z.string().nullable(),
  decisionId: z.string().nullable(),
});

/** The keyword frequency table. The counts are those of METHOD.md §1, see docs/glossary.md. */
export const frequencyRowSchema = z.strictObject({
  coreKeyword: z.string(),
  codeId: z.string().nullable(),
  assignments: count,
  distinctRaw: count,
  cases: count,
  references: count,
  tokens: count,
});

/** Table 3 of the model study: the three levels of coding. */
export const codingRowSchema = z.strictObject({
  pillar: z.string(),
  axial: z.string(),
  code: z.string(),
  codeId: z.string(),
  assignments: count,
  cases: count,
  references: count,
});

/** The pillars of one group, ranked. `margin` is the gap to the next pillar as a share of the score. */
export const pillarRowSchema = z.strictObject({
  group: z.string(),
  pillar: z.string(),
  rank: z.number().int().positive(),
  score: z.number(),
  margin: z.number(),
  assignments: count,
  references: count,
  cases: count,
  share: z.number(),
});

/** Case × code, the pairs that have at least one count. */
export const matrixRowSchema = z.strictObject({
  caseId: z.string(),
  code: z.string(),
  codeId: z.string(),
  assignments: count,
  references: count,
  tokens: count,
});

/** One coded passage; `start`, `end` and `quote` point into the raw text of the case. */
export const evidenceRowSchema = z.strictObject({
  caseId: z.string(),
  code: z.string(),
  codeId: z.string(),
  keyword: z.string(),
  ...passageNumber,
  start: count,
  end: count,
  quote: z.string(),
  origin: originSchema,
  coder: z.string(),
  status: statusSchema,
  decisionId: z.string().nullable(),
});

/** How much of a case is coded: sentences and characters of its clean text. `coverage` is the share of characters. */
export const coverageRowSchema = z.strictObject({
  caseId: z.string(),
  sentences: count,
  codedSentences: count,
  characters: count,
  codedCharacters: count,
  coverage: z.number(),
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

/**
 * Two codes in the units (sentences or cases) that hold the one, the other, and both. `jaccard` = both / either;
 * `lift` = both · all units / (one · other), 1 when they meet as often as by chance.
 */
export const pairRowSchema = z.strictObject({
  code: z.string(),
  codeId: z.string(),
  otherCode: z.string(),
  otherCodeId: z.string(),
  units: count,
  otherUnits: count,
  sharedUnits: count,
  sharedCases: count,
  jaccard: z.number(),
  lift: z.number(),
});

/** The shape of the rows of every table. */
export const rowShapes = {
  /** Table 2 of the model study: 词语 词性 权重 频次. */
  keywords: { ...candidateSchema.unwrap().shape, generation },
  weights: weightRowSchema.shape,
  raw: rawRowSchema.shape,
  frequency: frequencyRowSchema.shape,
  coding: codingRowSchema.shape,
  pillars: pillarRowSchema.shape,
  matrix: matrixRowSchema.shape,
  evidence: evidenceRowSchema.shape,
  'counter-evidence': evidenceRowSchema.shape,
  coverage: coverageRowSchema.shape,
  uncoded: uncodedRowSchema.shape,
  cooccurrence: pairRowSchema.shape,
  crosswalk: pairRowSchema.shape,
} as const satisfies Readonly<Record<TableName, z.ZodRawShape>>;

export type RawRow = z.infer<typeof rawRowSchema>;
export type FrequencyRow = z.infer<typeof frequencyRowSchema>;
export type CodingRow = z.infer<typeof codingRowSchema>;
export type PillarRow = z.infer<typeof pillarRowSchema>;
export type MatrixRow = z.infer<typeof matrixRowSchema>;
/** A row before the number of its passage is looked up. */
type Unnumbered<Row extends PassageNumber> = Omit<Row, keyof PassageNumber>;

export type EvidenceRow = Unnumbered<z.infer<typeof evidenceRowSchema>>;
export type CoverageRow = z.infer<typeof coverageRowSchema>;
export type UncodedRow = Unnumbered<z.infer<typeof uncodedRowSchema>>;
export type PairRow = z.infer<typeof pairRowSchema>;
