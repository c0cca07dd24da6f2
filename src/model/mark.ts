import { z } from 'zod';
import { regionKinds } from './region.js';

/** A stretch of a raw text (code points) of which the structure of its document says what it is. */
export const markSchema = z
  .object({
    kind: z.enum(regionKinds),
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
  })
  .readonly();

export type Mark = z.infer<typeof markSchema>;
