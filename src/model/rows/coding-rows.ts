import { z } from 'zod';

const count = z.number().int().nonnegative();

/**
 * The keyword frequency table. The counts are those of METHOD.md §1, see docs/glossary.md; `share` is that of all assignments,
 * which are `controlled` or `free`.
 */
export const frequencyRowSchema = z.strictObject({
  coreKeyword: z.string(),
  codeId: z.string().nullable(),
  assignments: count,
  share: z.number(),
  controlled: count,
  free: count,
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
 * A code of any level below the one above it (`depth` from 1): its cases and passages with those of all codes under it, each
 * counted once, and by itself.
 */
export const nodeRowSchema = z.strictObject({
  code: z.string(),
  level: z.string(),
  codeId: z.string(),
  depth: z.number().int().positive(),
  cases: count,
  references: count,
  ownCases: count,
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
export const facetRowSchema = z.strictObject({
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

const number = z.number().int().positive().nullable();

/**
 * A place where two codes meet: the sentence of the one, and that of the other unless it is the same one; `distance` is how
 * many sentences are between them and one, 0 for the same.
 */
export const overlapRowSchema = z.strictObject({
  code: z.string(),
  codeId: z.string(),
  otherCode: z.string(),
  otherCodeId: z.string(),
  caseId: z.string(),
  paragraph: number,
  sentence: number,
  quote: z.string(),
  distance: count,
  otherParagraph: number,
  otherSentence: number,
  otherQuote: z.string().nullable(),
});

export type FrequencyRow = z.infer<typeof frequencyRowSchema>;
export type CodingRow = z.infer<typeof codingRowSchema>;
export type NodeRow = z.infer<typeof nodeRowSchema>;
export type PillarRow = z.infer<typeof pillarRowSchema>;
export type FacetRow = z.infer<typeof facetRowSchema>;
export type MatrixRow = z.infer<typeof matrixRowSchema>;
/** The same of two codebooks, by their ids. */
export const crosswalkRowSchema = z.strictObject({
  codebook: z.string(),
  code: pairRowSchema.shape.code,
  codeId: pairRowSchema.shape.codeId,
  otherCodebook: z.string(),
  ...pairRowSchema.omit({ code: true, codeId: true }).shape,
});

/** A code of the first of several codebooks; behind it a column for each other one, with the codes that meet it most. */
export const correspondenceRowSchema = z.strictObject({
  code: z.string(),
  codeId: z.string(),
  units: count,
});

export type PairRow = z.infer<typeof pairRowSchema>;
export type CorrespondenceRow = z.infer<typeof correspondenceRowSchema>;
export type OverlapRow = z.infer<typeof overlapRowSchema>;
