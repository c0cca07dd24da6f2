import { z } from 'zod';
import { type Polarity, polaritySchema } from './coded-passage.js';

/** Characters that may stand between the parts of a pattern, or around those of `near`, unless a rule says. */
const DEFAULT_WITHIN = 10;

/**
 * A wording as people write it: parts joined by `*` (a gap of a few characters in the same sentence), each
 * part one or several alternatives joined by `|`. `派出|选派*医生|专家` is found in 派出三名骨干医生; the end of
 * a part is open, so that 培训 also stands for 培训班. A Chinese keyboard types ｜ and ＊.
 */
const patternSchema = z
  .string()
  .transform((pattern) => pattern.replaceAll('｜', '|').replaceAll('＊', '*'))
  .refine(
    (pattern) => pattern.split('*').every((part) => part.split('|').every((one) => one.trim() !== '')),
    { params: { problem: 'empty-part' } },
  );

const patterns = z.array(patternSchema).min(1).readonly().optional();

/**
 * What a sentence must hold to be coded: one of `any`, each of `all`, each of `near` within `within`
 * characters in whatever order, and none of `not`.
 */
export const codingRuleSchema = z.union([
  patternSchema.transform((pattern) => ({ any: [pattern], within: DEFAULT_WITHIN }) as CodingRule),
  z
    .strictObject({
      any: patterns,
      all: patterns,
      near: patterns,
      not: patterns,
      polarity: polaritySchema.optional(),
      weak: z.boolean().optional(),
      within: z.number().int().min(0).max(100).default(DEFAULT_WITHIN),
    })
    .transform((rule) => rule as CodingRule),
]);

/** The fields of a rule, whether it was written on one line or in full. */
export interface CodingRule {
  readonly any?: readonly string[] | undefined;
  readonly all?: readonly string[] | undefined;
  readonly near?: readonly string[] | undefined;
  readonly not?: readonly string[] | undefined;
  readonly within: number;
  /** Whether what it finds speaks for the code, as most rules do, or against it. */
  readonly polarity?: Polarity | undefined;
  /** Whether what it finds is often only a mention, so that it counts only where the case says more of the code. */
  readonly weak?: boolean | undefined;
}
