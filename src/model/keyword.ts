import { z } from 'zod';

/** Why a candidate is or is not among the screened keywords. */
export const screeningReasonSchema = z.enum([
  'top', // kept: within the first k of its group
  'decided-keep', // kept by a person
  'reading', // added by a person from reading
  'rule-drop', // dropped by a screening rule
  'decided-drop', // dropped by a person
  'rule-fold', // folded into a near-synonym by a rule
  'decided-fold', // folded into a near-synonym by a person
  'too-rare', // fewer occurrences in its group than the rules ask for
  'not-new', // in the dictionary, while the rules take new words only
  'beyond-top', // ranked after the first k
]);

/** A candidate after screening: kept or not, and why. Dropped ones stay on record. */
export const keywordSchema = z
  .object({
    group: z.string(),
    word: z.string(),
    pos: z.string(),
    weight: z.number(),
    frequency: z.number().int().nonnegative(),
    source: z.enum(['mined', 'reading']),
    kept: z.boolean(),
    reason: screeningReasonSchema,
    /** What exactly acted: the rule's wording, the fold's target, or the coder's reason. */
    detail: z.string(),
    /** The keyword this one counts for: itself, or what it was folded into. */
    countsFor: z.string(),
    decisionId: z.string().nullable(),
    coder: z.string().nullable(),
  })
  .readonly();

export type Keyword = z.infer<typeof keywordSchema>;
