import { z } from 'zod';

const words = z.array(z.string().min(1)).readonly().default([]);

/**
 * Rules that turn ranked candidates into keywords, applied in the order drop → fold → take.
 * Every rule names a reason in the researcher's words, which ends up beside each word it acted on.
 */
export const screeningRulesSchema = z
  .object({
    drop: z
      .array(
        z
          .object({
            reason: z.string().min(1),
            words,
            /** Drops every word that ends in one of these. */
            endings: words,
            /** Drops every word with one of these parts of speech. */
            pos: words,
          })
          .strict()
          .readonly(),
      )
      .readonly()
      .default([]),
    /** Near-synonym → the keyword it is folded into. */
    fold: z.record(z.string(), z.string()).readonly().default({}),
    take: z
      .object({
        /** How many keywords of each group are kept. */
        top: z.number().int().positive(),
        /** Whether only discovered words count, as in the model study. */
        newWordsOnly: z.boolean(),
        /** Occurrences in the group below which a word is not taken; the model study's Table 2 begins at 2. */
        minFrequency: z.number().int().positive().default(1),
      })
      .strict()
      .readonly(),
  })
  .strict()
  .readonly();

export type ScreeningRules = z.infer<typeof screeningRulesSchema>;
