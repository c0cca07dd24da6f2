import { z } from 'zod';

/** What a coder said about a code and a passage: they coded it, or confirmed or rejected that it is coded so. */
export const passageVerdictSchema = z
  .object({
    says: z.enum(['code', 'confirm', 'reject']),
    /** The label of the code then, for people who read the log. */
    label: z.string(),
    /** The passage in the raw text. */
    quote: z.string(),
    /** The passage as it reads in the clean text. */
    cleanQuote: z.string(),
    /** The code was named with words of this passage (in vivo, 原话编码). */
    isInVivo: z.boolean(),
    decisionId: z.string(),
    coder: z.string(),
    reason: z.string(),
    /** Hash of what the code meant then; verdicts of earlier versions of the program have none. */
    definitionHash: z.string().optional(),
    /** The keywords under which a team coded the passage by hand: each is one assignment of the case to the code. */
    keywords: z.array(z.string()).readonly().optional(),
    /** confirm: the program proposed it then. */
    isProposed: z.literal(true).optional(),
  })
  .readonly();

export type PassageVerdict = z.infer<typeof passageVerdictSchema>;

/** The verdict of a coder on a passage, where the passage lies now. */
export interface PassageJudgement {
  readonly codebookId: string;
  readonly codeId: string;
  readonly polarity: 'supports' | 'contradicts';
  readonly caseId: string;
  readonly version: string;
  readonly start: number;
  readonly end: number;
  /** UTC, ISO 8601. */
  readonly time: string;
  readonly verdict: PassageVerdict;
}
