import { z } from 'zod';
import { spanSchema } from '../span.js';

/** The questions about a case that have one answer for all coders. */
export const caseQuestionSchema = z.enum(['excluded', 'chosen', 'sealed', 'partly-sealed']);

/**
 * What was decided about a case: that it does not count, that it, or some of its statements, are held out until they are
 * unsealed, that it was chosen as the next one (theoretical sampling), that a coder is done with it, or that somebody checked a
 * coder's coding of it.
 */
export const caseStandingSchema = z
  .object({
    standing: z.enum([...caseQuestionSchema.options, 'done', 'checked']),
    /** chosen: which choice it was, from 1. */
    order: z.number().int().positive().exactOptional(),
    /** partly-sealed: the version of the text, and the statements in it, in order (code points of the raw text). */
    version: z.string().exactOptional(),
    statements: z.array(spanSchema).readonly().exactOptional(),
    coder: z.string(),
    reason: z.string(),
  })
  .readonly();

export type CaseQuestion = z.infer<typeof caseQuestionSchema>;
export type CaseStanding = z.infer<typeof caseStandingSchema>;
