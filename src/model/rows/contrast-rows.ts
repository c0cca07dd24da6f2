import { z } from 'zod';

const count = z.number().int().nonnegative();
const probability = z.number().min(0).max(1).nullable();

/** How a table of cases with and without something, in groups, was tested; `none`: it was not. */
export const contrastTests = ['chi-square', 'log-likelihood', 'fisher', 'monte-carlo', 'none'] as const;

export type ContrastTest = (typeof contrastTests)[number];

/**
 * Code × group of cases: one row for each group. `cases` of the `groupCases` have the code or one under it. `residual` is
 * the adjusted standardized residual of that cell; the numbers after it are of the code as a whole and repeat in its rows.
 */
export const crosstabRowSchema = z.strictObject({
  code: z.string(),
  level: z.string(),
  codeId: z.string(),
  group: z.string(),
  cases: count,
  groupCases: count,
  share: z.number(),
  expected: z.number(),
  residual: z.number().nullable(),
  chiSquare: z.number().nullable(),
  df: count.nullable(),
  test: z.enum(contrastTests),
  p: probability,
  adjustedP: probability,
  cramersV: z.number().nullable(),
});

/**
 * A word in one group of cases and in another: `cases` of the `groupCases` have it, `otherCases` of the `otherGroupCases`.
 * `keyness` is the log-likelihood with the sign of the difference, `logRatio` how many times doubled the share is.
 */
export const keynessRowSchema = z.strictObject({
  word: z.string(),
  pos: z.string(),
  cases: count,
  groupCases: count,
  share: z.number(),
  otherCases: count,
  otherGroupCases: count,
  otherShare: z.number(),
  logRatio: z.number(),
  keyness: z.number().nullable(),
  test: z.enum(contrastTests),
  p: probability,
  adjustedP: probability,
});

export type CrosstabRow = z.infer<typeof crosstabRowSchema>;
export type KeynessRow = z.infer<typeof keynessRowSchema>;
