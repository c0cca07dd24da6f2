import type { z } from 'zod';
import {
  categoryRowSchema,
  exampleRowSchema,
  pillarEvidenceRowSchema,
  quotationRowSchema,
} from './rows/argument-rows.js';
import { reliabilityRowSchema, saturationRowSchema } from './rows/assessment-rows.js';
import {
  codingRowSchema,
  correspondenceRowSchema,
  crosswalkRowSchema,
  facetRowSchema,
  frequencyRowSchema,
  matrixRowSchema,
  nodeRowSchema,
  overlapRowSchema,
  pairRowSchema,
  pillarRowSchema,
} from './rows/coding-rows.js';
import { crosstabRowSchema, keynessRowSchema } from './rows/contrast-rows.js';
import { generation, keywordRowSchema, rawRowSchema, weightRowSchema } from './rows/keyword-rows.js';
import {
  coverageRowSchema,
  evidenceRowSchema,
  kwicRowSchema,
  uncodedRowSchema,
} from './rows/passage-rows.js';
import {
  contestedRowSchema,
  memoRowSchema,
  relationTableRowSchema,
  revisitRowSchema,
  samplingRowSchema,
} from './rows/people-rows.js';
import { flowRowSchema, sampleRowSchema, topWordRowSchema } from './rows/sample-rows.js';
import type { TableName } from './table-name.js';

export type * from './rows/argument-rows.js';
export type * from './rows/assessment-rows.js';
export type * from './rows/coding-rows.js';
export type * from './rows/contrast-rows.js';
export type * from './rows/keyword-rows.js';
export type * from './rows/passage-rows.js';
export type * from './rows/people-rows.js';
export type * from './rows/sample-rows.js';
export { type TableName, tableNames } from './table-name.js';

/** How the columns begin that hold an attribute of the case, which are in a table where they are asked for. */
export const ATTRIBUTE_COLUMN = 'attribute:';

/** How the columns begin that hold the codes of another codebook, in the table of several. */
export const CODEBOOK_COLUMN = 'codebook:';

/** How the columns begin that hold a group of cases each, in the printed form of a table of groups. */
export const GROUP_COLUMN = 'group:';

/** The shape of the rows of every table: one list, however long, because the types of all tables are read off it. */
export const rowShapes = {
  sample: sampleRowSchema.shape,
  flow: flowRowSchema.shape,
  'top-words': topWordRowSchema.shape,
  keywords: { ...keywordRowSchema.shape, generation },
  weights: weightRowSchema.shape,
  kwic: kwicRowSchema.shape,
  raw: rawRowSchema.shape,
  frequency: frequencyRowSchema.shape,
  coding: codingRowSchema.shape,
  nodes: nodeRowSchema.shape,
  categories: categoryRowSchema.shape,
  examples: exampleRowSchema.shape,
  'pillar-evidence': pillarEvidenceRowSchema.shape,
  pillars: pillarRowSchema.shape,
  matrix: matrixRowSchema.shape,
  facets: facetRowSchema.shape,
  evidence: evidenceRowSchema.shape,
  'counter-evidence': evidenceRowSchema.shape,
  quotations: quotationRowSchema.shape,
  coverage: coverageRowSchema.shape,
  uncoded: uncodedRowSchema.shape,
  contested: contestedRowSchema.shape,
  revisit: revisitRowSchema.shape,
  memos: memoRowSchema.shape,
  relations: relationTableRowSchema.shape,
  sampling: samplingRowSchema.shape,
  cooccurrence: pairRowSchema.shape,
  overlaps: overlapRowSchema.shape,
  crosstab: crosstabRowSchema.shape,
  keyness: keynessRowSchema.shape,
  crosswalk: crosswalkRowSchema.shape,
  correspondence: correspondenceRowSchema.shape,
  reliability: reliabilityRowSchema.shape,
  saturation: saturationRowSchema.shape,
} as const satisfies Readonly<Record<TableName, z.ZodRawShape>>;
