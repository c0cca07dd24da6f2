import { z } from 'zod';

/**
 * Where a passage stands in its case, counted from 1 over the whole clean text, whatever of it counts: its paragraph
 * (line that is not empty), its sentence within that, and in a conversation the turn and who speaks.
 */
export const passageNumberSchema = z
  .object({
    paragraph: z.number().int().positive(),
    sentence: z.number().int().positive(),
    turn: z.number().int().positive().nullable(),
    speaker: z.string().nullable(),
  })
  .readonly();

export type PassageNumber = z.infer<typeof passageNumberSchema>;
