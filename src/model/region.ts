import { z } from 'zod';

/** The kinds of regions that a text has; what no region covers is body. */
export const regionKinds = [
  'body',
  'heading',
  'table',
  'caption',
  'note',
  'references',
  'front-matter',
  'contents',
  'question',
] as const;

/**
 * A stretch of a clean text (code points) and what it is. The regions of a text rise and do not overlap. `speaker` is
 * the label of a turn as it is written; a turn of the interviewer is a question, any other is body.
 */
export const regionSchema = z
  .object({
    kind: z.enum(regionKinds),
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
    speaker: z.string().optional(),
  })
  .readonly();

export type RegionKind = (typeof regionKinds)[number];
export type Region = z.infer<typeof regionSchema>;
