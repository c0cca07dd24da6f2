import { z } from 'zod';

/** Which kind of new word a ranking looks for: unknown single words, multi-word terms, or both. */
export const profileSchema = z.enum(['words', 'phrases', 'both']);

/**
 * Part of speech of a discovered word, after the tags of its parts (head last). `nr_new` and `ns_new` look like
 * names of persons and places, which are new words but no keywords.
 */
export const newWordPosSchema = z.enum(['n_new', 'v_new', 'a_new', 'nr_new', 'ns_new']);

/** A discovered word with every figure that led to its rank. Logarithms are natural. */
export const newWordSchema = z
  .object({
    word: z.string(),
    pos: newWordPosSchema,
    /** Rank score under the profile; the probability (0–1) of a linear model, higher is better. */
    score: z.number(),
    /** Occurrences in the corpus, overlaps counted. */
    frequency: z.number().int(),
    /** Texts (cases) with at least one occurrence. */
    cases: z.number().int(),
    /** Pointwise mutual information, the minimum over all split points. */
    cohesion: z.number(),
    leftEntropy: z.number(),
    rightEntropy: z.number(),
    /** Share of occurrences that the segmenter with its hidden Markov model emits as one word, 0–1. */
    hmmShare: z.number(),
    /** Share of occurrences that start and end on segmenter boundaries and with no function word, 0–1. */
    alignment: z.number(),
    /** Share of occurrences that start and end where the dictionary alone cuts, 0–1. */
    knownAlignment: z.number(),
    /** Cuts of the dictionary alone within the occurrences, for each place where one may be, 0–1. */
    cutsInside: z.number(),
    /** How often, in the corpus, the first character begins and the last one ends a word of several, 0–1. */
    beginShare: z.number(),
    endShare: z.number(),
    /** Length in code points. */
    length: z.number().int(),
    inDictionary: z.boolean(),
  })
  .readonly();

export type Profile = z.infer<typeof profileSchema>;
export type NewWordPos = z.infer<typeof newWordPosSchema>;
export type NewWord = z.infer<typeof newWordSchema>;
