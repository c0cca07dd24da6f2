import { z } from 'zod';

/** The questions about a case that have one answer for all coders. */
export const caseQuestionSchema = z.enum(['excluded', 'chosen', 'sealed']);

/**
 * What was decided about a case: that it does not count, that it is held out until it is unsealed, that it was chosen as the
 * next one (theoretical sampling), that a coder is done with it, or that somebody checked a coder's coding of it.
 */
export const caseStandingSchema = z
  .object({
    standing: z.enum([...caseQuestionSchema.options, 'done', 'checked']),
    /** chosen: which choice it was, from 1. */
    order: z.number().int().positive().exactOptional(),
    coder: z.string(),
    reason: z.string(),
  })
  .readonly();

export type CaseQuestion = z.infer<typeof caseQuestionSchema>;
export type CaseStanding = z.infer<typeof caseStandingSchema>;
