import { z } from 'zod';

/** What a keyword's weight is the product of; 1 neither raises nor lowers it. Logarithms are natural. */
export const weightFactorsSchema = z
  .object({
    /** ln(1 + frequency in the group)^1.3 */
    frequencyFactor: z.number(),
    /** ln(1 + cases / cases with the word), of the generation of statistics of the group. */
    rarityFactor: z.number(),
    /** By the number of characters: 0.4 (two), 1 (three), 1.2 (four to seven), 0.8. */
    lengthFactor: z.number(),
    /** min(1, information / 14) of a new word: less for phrases of frequent words. */
    specialityFactor: z.number(),
    /** 1 for a word of the dictionary, 3.5 for a new one, 1.75 for a new verb. */
    noveltyFactor: z.number(),
    /** min(1, score / 0.2) of a discovered word. */
    certaintyFactor: z.number(),
    /** ½ + ½ · min(1, branching entropies) of a discovered word. */
    freedomFactor: z.number(),
    /** Half for a new word that begins no phrase of the group, half for one that ends none. */
    wholenessFactor: z.number(),
  })
  .readonly();

export type WeightFactors = z.infer<typeof weightFactorsSchema>;
