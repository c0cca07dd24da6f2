import { z } from 'zod';

const words = z.array(z.string().min(1)).readonly().default([]);

/** Kinds of names that are recognised by the words they are made of and by what stands around them. */
const nameKindSchema = z.enum(['place', 'cited-author']);

/** A word is dropped when one of the conditions of a rule holds. */
const dropSchema = z
  .array(
    z
      .object({
        reason: z.string().min(1),
        words,
        /** Drops every word that ends in one of these. */
        endings: words,
        /** Drops every word with one of these parts of speech. */
        pos: words,
        /** Drops names of these kinds: places, and authors whom the texts cite. */
        names: z.array(nameKindSchema).readonly().default([]),
      })
      .strict()
      .readonly(),
  )
  .readonly()
  .default([]);

/** Near-synonym → the keyword it is folded into. */
const foldSchema = z.record(z.string(), z.string()).readonly().default({});

/**
 * Rules that turn ranked candidates into keywords, applied in the order drop → fold → take.
 * Every rule names a reason in the researcher's words, which ends up beside each word it acted on.
 */
export const screeningRulesSchema = z
  .object({
    drop: dropSchema,
    fold: foldSchema,
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

/** What the rules of one study add to the general ones: words that say nothing there, and its near-synonyms. */
export const studyRulesSchema = z.object({ drop: dropSchema, fold: foldSchema }).strict().readonly();

export type NameKind = z.infer<typeof nameKindSchema>;
export type ScreeningRules = z.infer<typeof screeningRulesSchema>;
export type StudyRules = z.infer<typeof studyRulesSchema>;
