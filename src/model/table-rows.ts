import { z } from 'zod';
import { candidateSchema } from './candidate.js';
import { originSchema, statusSchema } from './coded-passage.js';
import { passageVerdictSchema } from './decisions/passage-verdict.js';
import { keywordKindSchema } from './mapping.js';
import { memoTypes } from './memo-type.js';
import { type PassageNumber, passageNumberSchema } from './passage-number.js';
import type { TableName } from './table-name.js';
import { weightFactorsSchema } from './weight-factors.js';

export { type TableName, tableNames } from './table-name.js';

const count = z.number().int().nonnegative();

/** Where a passage stands in its case; a table without any speaker goes without the last two columns. */
const passageNumber = passageNumberSchema.unwrap().shape;
/** Table 2 of the model study, 词语 词性 权重 频次, with the occurrences that a search of the texts finds. */
const { group, rank, word, pos, weight, frequency, ...others } = candidateSchema.unwrap().shape;
const keywordRowSchema = z.strictObject({
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
const generation = z.number().int().positive();

/** Why a keyword weighs what it does: its weight and the factors that it is the product of. */
const weightRowSchema = z.strictObject({
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

/**
 * What coders judged otherwise and nobody adjudicated: one row for each coder. Of a word `group` is the group it is judged
 * for; of a sentence of a `passage` it is the case, and `word` the code.
 */
export const contestedRowSchema = z.strictObject({
  group: z.string(),
  word: z.string(),
  question: z.enum(['screening', 'mapping', 'passage']),
  coder: z.string(),
  verdict: z.string(),
  into: z.string().nullable(),
  reason: z.string(),
  inForce: z.boolean(),
  passage: z.string().nullable(),
  quote: z.string().nullable(),
});

/**
 * A coder's verdict on a passage under which something changed since: `code` is the label of the code now, `judgedAs` the
 * label then.
 */
const revisitRowSchema = z.strictObject({
  caseId: z.string(),
  passage: z.string(),
  code: z.string(),
  judgedAs: z.string(),
  coder: z.string(),
  verdict: passageVerdictSchema.unwrap().shape.says,
  changed: z.enum(['definition', 'merged', 'gone', 'not-proposed']),
  quote: z.string(),
});

/**
 * A memo: what it is `on` and `about`, `passage` and `quote` where that is a passage, and whether this was not found in the
 * new text (`orphaned`); the text as it was written last, and in how many `versions`.
 */
const memoRowSchema = z.strictObject({
  on: z.enum(['project', 'case', 'code', 'passage', 'decision', 'memo']),
  about: z.string(),
  passage: z.string().nullable(),
  quote: z.string().nullable(),
  type: z.enum(memoTypes),
  text: z.string(),
  coder: z.string(),
  versions: count,
  orphaned: z.boolean(),
  memo: z.string(),
});

/** Which case was chosen as the next one and why (theoretical sampling), in the order of choice. */
const samplingRowSchema = z.strictObject({
  order: z.number().int().positive(),
  caseId: z.string(),
  because: z.string(),
  coder: z.string(),
});

/** A relation of two codes of a codebook; nobody decided one of the file, whose `coder` is null. */
const relationRowSchema = z.strictObject({
  from: z.string(),
  fromId: z.string(),
  relation: z.string(),
  to: z.string(),
  toId: z.string(),
  coder: z.string().nullable(),
  reason: z.string(),
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

const label = z.string().nullable();

/**
 * Table 3 of the model study, a row for each code of any level, under its codebook's one to five levels: `level1` is
 * the label at the top level, and so on down to the code itself; `code` and `level` say the code again, for programs.
 * Counts are those of the code and all codes under it;
 * `ownAssignments` and `ownReferences` are those of the code alone.
 */
export const codingRowSchema = z.strictObject({
  level1: label.exactOptional(),
  level2: label.exactOptional(),
  level3: label.exactOptional(),
  level4: label.exactOptional(),
  level5: label.exactOptional(),
  code: z.string(),
  level: z.string(),
  codeId: z.string(),
  assignments: count,
  ownAssignments: count,
  cases: count,
  references: count,
  ownReferences: count,
});

/**
 * The pillars of one group, ranked. `margin` is the gap to the next pillar as a share of the score. A pillar without
 * evidence has no rank; a group without any evidence has one row without a pillar.
 */
export const pillarRowSchema = z.strictObject({
  group: z.string(),
  pillar: z.string().nullable(),
  rank: z.number().int().positive().nullable(),
  score: z.number(),
  margin: z.number(),
  assignments: count,
  references: count,
  cases: count,
  share: z.number(),
});

/** What the codes with a value of a facet received, each code for itself; `codes` are so many codes. */
const facetRowSchema = z.strictObject({
  facet: z.string(),
  value: z.string(),
  codes: count,
  assignments: count,
  references: count,
  cases: count,
});

/** Case × code, the pairs that have at least one count; each code of any level for itself. */
export const matrixRowSchema = z.strictObject({
  caseId: z.string(),
  code: z.string(),
  level: z.string(),
  codeId: z.string(),
  assignments: count,
  references: count,
  tokens: count,
});

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

/** The shape of the rows of every table: one list, however long, because the types of all tables are read off it. */
export const rowShapes = {
  keywords: { ...keywordRowSchema.shape, generation },
  weights: weightRowSchema.shape,
  raw: rawRowSchema.shape,
  frequency: frequencyRowSchema.shape,
  coding: codingRowSchema.shape,
  pillars: pillarRowSchema.shape,
  matrix: matrixRowSchema.shape,
  facets: facetRowSchema.shape,
  evidence: evidenceRowSchema.shape,
  'counter-evidence': evidenceRowSchema.shape,
  coverage: coverageRowSchema.shape,
  uncoded: uncodedRowSchema.shape,
  contested: contestedRowSchema.shape,
  revisit: revisitRowSchema.shape,
  memos: memoRowSchema.shape,
  relations: relationRowSchema.shape,
  sampling: samplingRowSchema.shape,
  cooccurrence: pairRowSchema.shape,
  crosswalk: pairRowSchema.shape,
} as const satisfies Readonly<Record<TableName, z.ZodRawShape>>;

export type ContestedRow = z.infer<typeof contestedRowSchema>;
export type RelationRow = z.infer<typeof relationRowSchema>;
export type RevisitRow = z.infer<typeof revisitRowSchema>;
export type MemoRow = z.infer<typeof memoRowSchema>;
export type RawRow = z.infer<typeof rawRowSchema>;
export type FrequencyRow = z.infer<typeof frequencyRowSchema>;
export type CodingRow = z.infer<typeof codingRowSchema>;
export type PillarRow = z.infer<typeof pillarRowSchema>;
export type FacetRow = z.infer<typeof facetRowSchema>;
export type MatrixRow = z.infer<typeof matrixRowSchema>;
/** A row before the number of its passage is looked up. */
type Unnumbered<Row> = Omit<Row, keyof PassageNumber>;

export type EvidenceRow = Unnumbered<z.infer<typeof evidenceRowSchema>>;
export type CoverageRow = z.infer<typeof coverageRowSchema>;
export type UncodedRow = Unnumbered<z.infer<typeof uncodedRowSchema>>;
export type PairRow = z.infer<typeof pairRowSchema>;
