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
  kind: z.enum(['rename', 'merge', 'define']),
  /** The id of the code; `name` is for people who read the file. */
  code: text,
  name: z.string().optional(),
  /** rename: the new label; merge: the id of the other code. */
  into: text.optional(),
  definition: z.string().optional(),
  exclude: z.array(text).optional(),
  examples: z.array(text).optional(),
  ...said,
});

/** Decisions of one project, for another: on words in all groups, and on codes of a codebook. */
export const recipeSchema = z.strictObject({
  recipe: z.literal(1),
  /** The codebook that the codes belong to, the empty id for the one that people grow. */
  codebook: z.string(),
  decisions: z.array(z.union([wordStepSchema, codeStepSchema])),
});

export type WordStep = z.output<typeof wordStepSchema>;
export type CodeStep = z.output<typeof codeStepSchema>;
export type RecipeStep = WordStep | CodeStep;
export type Recipe = z.output<typeof recipeSchema>;
