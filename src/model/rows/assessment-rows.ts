import { z } from 'zod';

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1).nullable();
const figure = z.number().nullable();

/**
 * Agreement of coders about one question at one level: all codes together, over all units and over those with a code, then each
 * pair of coders, then each code alone. `coefficient` is the headline measure of the project between `low` and `high`; null
 * is not defined.
 */
export const reliabilityRowSchema = z.strictObject({
  question: z.enum(['coding', 'mapping', 'screening']),
  level: z.string().nullable(),
  /** Null: all codes together. */
  code: z.string().nullable(),
  universe: z.enum(['all', 'coded']),
  coders: z.array(z.string()).readonly(),
  units: count.nullable(),
  positives: count.nullable(),
  isTooFew: z.boolean().nullable(),
  prevalence: share,
  agreement: share,
  coefficient: figure,
  low: figure,
  high: figure,
});

/** What one case adds to those before it; `reached` are the ratios that the run which ends here is the first to fall to. */
export const saturationRowSchema = z.strictObject({
  order: z.number().int().positive(),
  caseId: z.string(),
  items: count,
  new: count,
  seen: count,
  low: count.nullable(),
  high: count.nullable(),
  ratio: figure,
  reached: z.array(z.string()).readonly(),
});

export type ReliabilityRow = z.infer<typeof reliabilityRowSchema>;
export type SaturationRow = z.infer<typeof saturationRowSchema>;
