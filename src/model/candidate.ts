import { z } from 'zod';

/** A word of one case that may become a keyword: how often it stands there and what it is. */
export const caseTermSchema = z
  .object({
    caseId: z.string(),
    word: z.string(),
    pos: z.string(),
    frequency: z.number().int().positive(),
    /** Of its occurrences, those with no noun or adjective before them that would go with it. */
    begins: z.number().int().nonnegative(),
    /** Of its occurrences, those with no noun or adjective after them that would go with it. */
    ends: z.number().int().nonnegative(),
    isNew: z.boolean(),
  })
  .readonly();

/** A ranked keyword candidate of a group of cases: one row of the model study's Table 2. */
export const candidateSchema = z
  .object({
    group: z.string(),
    rank: z.number().int().positive(),
    word: z.string(),
    pos: z.string(),
    weight: z.number(),
    frequency: z.number().int().positive(),
    cases: z.number().int().positive(),
    isNew: z.boolean(),
  })
  .readonly();

export type CaseTerm = z.infer<typeof caseTermSchema>;
export type Candidate = z.infer<typeof candidateSchema>;

/** A candidate as screening looks at it. */
export type RankedWord = Omit<Candidate, 'cases'>;

/** What tells whether a rule drops a candidate. */
export type NamedWord = Pick<Candidate, 'group' | 'word' | 'pos'>;
