import { z } from 'zod';

const text = z.string().min(1);
const said = { coder: text, reason: z.string().default('') } as const;

const wordStepSchema = z.strictObject({
  kind: z.enum(['keep', 'drop', 'add', 'fold', 'merge']),
  word: text,
  /** fold, merge: the keyword or core keyword. */
  into: text.optional(),
  ...said,
});

const codeStepSchema = z.strictObject({
  kind: z.enum(['promote', 'rename', 'define', 'move', 'merge']),
  /** The id of the code; `name` is for people who read the file. */
  code: text,
  name: z.string().optional(),
  /** promote: the id of the level; rename: the new label; move: the id of the code above, left out for none; merge: that of the other code. */
  into: text.optional(),
  definition: z.string().optional(),
  exclude: z.array(text).optional(),
  examples: z.array(text).optional(),
  ...said,
});

const relationStepSchema = z.strictObject({
  kind: z.enum(['relate', 'unrelate']),
  /** The ids of the codes; the names are for people who read the file. */
  from: text,
  as: text,
  to: text,
  fromName: z.string().optional(),
  toName: z.string().optional(),
  ...said,
});

/** Decisions of one project, for another: on words in all groups, and on the codes of a codebook and their relations. */
export const recipeSchema = z.strictObject({
  recipe: z.literal(1),
  /** The codebook that the codes belong to, the empty id for the one that people grow. */
  codebook: z.string(),
  decisions: z.array(z.union([wordStepSchema, codeStepSchema, relationStepSchema])),
});

export type WordStep = z.output<typeof wordStepSchema>;
export type CodeStep = z.output<typeof codeStepSchema>;
export type RelationStep = z.output<typeof relationStepSchema>;
export type RecipeStep = WordStep | CodeStep | RelationStep;
export type Recipe = z.output<typeof recipeSchema>;
