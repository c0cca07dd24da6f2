import { z } from 'zod';

const text = z.string().trim();

/** What sentences are looked for: all that is given must be so; what is empty asks for nothing. */
export const passageQuerySchema = z
  .object({
    /** Words that all stand in the sentence, with blanks between them. */
    words: text.default(''),
    /** The id or label of a code that the sentence has, or of one above it. */
    code: text.default(''),
    /** `attribute=value`; values of one attribute widen the choice, attributes narrow it. */
    where: z.array(text).default([]),
    /** Whose codings are looked at; otherwise what oneself coded and sees proposed. */
    coder: text.default(''),
  })
  .readonly();

/** A query with the name by which it is saved. */
export const savedQuerySchema = z
  .object({ query: text.min(1), ...passageQuerySchema.unwrap().shape })
  .readonly();

export type PassageQuery = z.output<typeof passageQuerySchema>;
export type SavedQuery = z.output<typeof savedQuerySchema>;
