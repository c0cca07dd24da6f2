import { z } from 'zod';

/**
 * A run of derived code points and where they come from. The derived code points `[start, start + length)`
 * stem from the raw text at `origin`: one raw code point each when `width` is null, else all of them from
 * the same raw span `[origin, origin + width)`.
 */
export const originRunSchema = z
  .object({
    start: z.number().int().nonnegative(),
    length: z.number().int().positive(),
    origin: z.number().int().nonnegative(),
    width: z.number().int().positive().nullable(),
  })
  .readonly();

/** How often one named cleaning step changed the text, and how many code points it took away. */
export const stepCountSchema = z
  .object({ step: z.string(), edits: z.number().int().nonnegative(), removed: z.number().int() })
  .readonly();

/** Cleaned text, one paragraph a line, that keeps for every code point the raw span it came from. */
export const normalizedTextSchema = z
  .object({
    text: z.string(),
    origins: z.array(originRunSchema).readonly(),
    steps: z.array(stepCountSchema).readonly(),
  })
  .readonly();

export type OriginRun = z.infer<typeof originRunSchema>;
export type StepCount = z.infer<typeof stepCountSchema>;
export type NormalizedText = z.infer<typeof normalizedTextSchema>;

/** A clean text and where it comes from, without how it was cleaned. */
export type TracedText = Pick<NormalizedText, 'text' | 'origins'>;
