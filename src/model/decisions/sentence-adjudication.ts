import { z } from 'zod';
import { adjudicationGrounds } from './adjudication-grounds.js';

/** Whose verdict is in force on a sentence and a code, for as long as the verdicts it settles stay as they were. */
export const sentenceAdjudicationSchema = z
  .object({
    /** The coder whose verdict was chosen. */
    verdictOf: z.string(),
    /** The label of the code then, for people who read the log. */
    label: z.string(),
    coder: z.string(),
    reason: z.string(),
    ...adjudicationGrounds,
  })
  .readonly();

export type SentenceAdjudication = z.infer<typeof sentenceAdjudicationSchema>;
