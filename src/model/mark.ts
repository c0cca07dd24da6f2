import { z } from 'zod';
import { regionKinds } from './region.js';

/** A stretch of a raw text (code points) of which the structure of its document says what it is. */
export const markSchema = z
  .object({
    kind: z.enum(regionKinds),
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
    /** Of a heading, 1 the highest (0 a title), or of an entry of a table of contents; where the structure says it. */
    level: z.number().int().nonnegative().optional(),
  })
  .readonly();

export type Mark = z.infer<typeof markSchema>;
