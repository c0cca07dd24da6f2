import { z } from 'zod';

export const originSchema = z.enum(['keyword', 'rule', 'suggestion', 'person']);
/** Whether a passage speaks for a code or against it. */
export const polaritySchema = z.enum(['supports', 'contradicts']);
export const statusSchema = z.enum(['proposed', 'confirmed', 'rejected']);

/** The coder's name that stands for the program itself. */
export const MACHINE_CODER = 'zhagen';

/**
 * A code given to a passage of a case, with its evidence. `start`, `end` and `quote` point into the raw text
 * of the case version; `cleanQuote` is the same passage as it reads without the layout.
 * `keywords` are the raw keyword (origin keyword), the terms that matched (origin rule) or those that a team named
 * (origin person), `rules` the coding rules that matched, as they read.
 */
export const codedPassageSchema = z
  .object({
    caseId: z.string(),
    version: z.string(),
    codebookId: z.string(),
    codeId: z.string(),
    polarity: polaritySchema,
    keywords: z.array(z.string()).readonly(),
    rules: z.array(z.string()).readonly(),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
    quote: z.string(),
    cleanQuote: z.string(),
    origin: originSchema,
    coder: z.string(),
    status: statusSchema,
    decisionId: z.string().nullable(),
  })
  .readonly();

export type Origin = z.infer<typeof originSchema>;
export type Polarity = z.infer<typeof polaritySchema>;
export type Status = z.infer<typeof statusSchema>;
export type CodedPassage = z.infer<typeof codedPassageSchema>;
