import { z } from 'zod';
import { regionKinds } from './region-kind.js';

export { type RegionKind, regionKinds } from './region-kind.js';

/**
 * A stretch of a clean text (code points) and what it is. The regions of a text rise and do not overlap. `speaker` is
 * the label of a turn as it is written, and `speechStart` where what is said begins behind it; a turn of the interviewer
 * is a question, any other is body.
 */
export const regionSchema = z
  .object({
    kind: z.enum(regionKinds),
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
    speaker: z.string().optional(),
    speechStart: z.number().int().nonnegative().optional(),
  })
  .readonly();

export type Region = z.infer<typeof regionSchema>;
