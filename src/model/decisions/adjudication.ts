import { z } from 'zod';
import { adjudicationGrounds } from './adjudication-grounds.js';
import { verdictSchema } from './verdict.js';

/**
 * What an adjudication leaves in force: the verdict chosen, for as long as the verdicts it settled stay as they were. One
 * that overrules all of them is the verdict of whoever adjudicates.
 */
export const adjudicationSchema = z
  .object({
    verdict: verdictSchema,
    /** Ids of the decisions whose verdicts it settled, in code point order; it is stale once others are in force. */
    settles: z.array(z.string()).readonly(),
    ...adjudicationGrounds,
  })
  .readonly();

export type Adjudication = z.infer<typeof adjudicationSchema>;
