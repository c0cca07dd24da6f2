import { z } from 'zod';

const text = z.string();

/** A relation between two codes as people decided it; the names are those the codes had, for people who read the log. */
export const decidedRelationSchema = z
  .object({
    from: text,
    kind: text,
    to: text,
    fromName: text,
    toName: text,
    /** It was taken away, whatever the file says. */
    isRemoved: z.literal(true).optional(),
  })
  .readonly();

/** The core category (a code id) or the storyline of a codebook as people decided it; null: none, whatever the file says. */
export const decidedPartSchema = z
  .object({
    part: z.enum(['core', 'storyline']),
    value: text.nullable(),
    /** core: the label of the code. */
    name: text.optional(),
  })
  .readonly();

export type DecidedRelation = z.infer<typeof decidedRelationSchema>;
