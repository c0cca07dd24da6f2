import { z } from 'zod';

/** A half-open stretch `[start, end)` of a text, counted in Unicode code points. */
export const spanSchema = z
  .object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
  .refine((span) => span.start <= span.end)
  .readonly();

export type Span = z.infer<typeof spanSchema>;
