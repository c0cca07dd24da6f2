import { z } from 'zod';
import { candidateSchema } from '../candidate.js';

const count = z.number().int().nonnegative();
const { rank, word, pos, frequency, cases } = candidateSchema.unwrap().shape;

/**
 * How the cases that count are spread over the values of an attribute. `value` is null for the cases without one, `characters`
 * are those of their counted clean texts; `isDerived` marks an attribute that follows from others.
 */
export const sampleRowSchema = z.strictObject({
  attribute: z.string(),
  value: z.string().nullable(),
  cases: count,
  share: z.number(),
  characters: count,
  isDerived: z.boolean(),
});

/** What the steps of a flow are about, in the order of the work. */
const flowParts = ['cases', 'mining', 'coding', 'keywords', 'core-keywords'] as const;

/** What becomes of cases and of keywords, step by step. */
const flowSteps = [
  'imported',
  'excluded',
  'sealed',
  'counted',
  'without-text',
  'not-mined',
  'mined',
  'without-codes',
  'coded',
  'considered',
  'rule-drop',
  'decided-drop',
  'too-rare',
  'not-new',
  'beyond-top',
  'folded',
  'kept',
  'not-merged',
  'by-hand',
  'assigned',
  'distinct-raw',
  'merged',
  'core-keywords',
] as const;

/**
 * A step from all that there was to what is analysed: of what there was before it, `leftOut` fell away (for a `reason` that
 * people gave), `added` came in and `count` remain. The first step of a part has what that begins with.
 */
export const flowRowSchema = z.strictObject({
  part: z.enum(flowParts),
  step: z.enum(flowSteps),
  reason: z.string().nullable(),
  leftOut: count,
  added: count,
  count,
});

/** A word of all cases together, the most frequent first; `cases` is its document frequency. */
export const topWordRowSchema = z.strictObject({
  rank,
  word,
  pos,
  frequency,
  share: z.number(),
  cumulativeShare: z.number(),
  cases,
});

export type SampleRow = z.infer<typeof sampleRowSchema>;
export type FlowRow = z.infer<typeof flowRowSchema>;
export type TopWordRow = z.infer<typeof topWordRowSchema>;
