import { z } from 'zod';
import { passageVerdictSchema } from '../decisions/passage-verdict.js';
import { memoTypes } from '../memo-type.js';
import { passageNumberSchema } from '../passage-number.js';

const count = z.number().int().nonnegative();

/**
 * What coders judged otherwise and nobody adjudicated: one row for each coder. Of a word `group` is the group it is judged
 * for; of a sentence of a `passage` it is the case, and `word` the code.
 */
export const contestedRowSchema = z.strictObject({
  group: z.string(),
  word: z.string(),
  question: z.enum(['screening', 'mapping', 'passage']),
  coder: z.string(),
  verdict: z.string(),
  into: z.string().nullable(),
  reason: z.string(),
  inForce: z.boolean(),
  passage: z.string().nullable(),
  quote: z.string().nullable(),
});

/**
 * A coder's verdict on a passage under which something changed since: `code` is the label of the code now, `judgedAs` the
 * label then.
 */
export const revisitRowSchema = z.strictObject({
  caseId: z.string(),
  passage: z.string(),
  code: z.string(),
  judgedAs: z.string(),
  coder: z.string(),
  verdict: passageVerdictSchema.unwrap().shape.says,
  changed: z.enum(['definition', 'merged', 'gone', 'not-proposed', 'returned']),
  quote: z.string(),
});

/**
 * A memo: what it is `on` and `about`, `passage` and `quote` where that is a passage, and whether this was not found in the
 * new text (`orphaned`); the text as it was written last, and in how many `versions`.
 */
export const memoRowSchema = z.strictObject({
  on: z.enum(['project', 'case', 'code', 'passage', 'decision', 'memo']),
  about: z.string(),
  passage: z.string().nullable(),
  quote: z.string().nullable(),
  type: z.enum(memoTypes),
  text: z.string(),
  coder: z.string(),
  versions: count,
  orphaned: z.boolean(),
  memo: z.string(),
});

/** Which case was chosen as the next one and why (theoretical sampling), in the order of choice. */
export const samplingRowSchema = z.strictObject({
  order: z.number().int().positive(),
  caseId: z.string(),
  because: z.string(),
  coder: z.string(),
});

/** A relation of two codes of a codebook; nobody decided one of the file, whose `coder` is null. */
export const relationRowSchema = z.strictObject({
  from: z.string(),
  fromId: z.string(),
  relation: z.string(),
  to: z.string(),
  toId: z.string(),
  coder: z.string().nullable(),
  reason: z.string(),
});

const { paragraph, sentence, turn, speaker } = passageNumberSchema.unwrap().shape;

/**
 * A relation as papers print it: the `pair` in the order in which one leads to the other, in how many sentences and cases both
 * codes (or codes under them) are evident, and one of these sentences. Null where nothing is coded under the codebook, and the
 * counts where one code is above the other.
 */
export const relationTableRowSchema = z.strictObject({
  pair: z.string(),
  relation: relationRowSchema.shape.relation,
  reason: relationRowSchema.shape.reason,
  sharedUnits: count.nullable(),
  sharedCases: count.nullable(),
  caseId: z.string().nullable(),
  paragraph: paragraph.nullable(),
  sentence: sentence.nullable(),
  turn,
  speaker,
  quote: z.string().nullable(),
  ...relationRowSchema.omit({ relation: true, reason: true }).shape,
});

export type ContestedRow = z.infer<typeof contestedRowSchema>;
export type RevisitRow = z.infer<typeof revisitRowSchema>;
export type MemoRow = z.infer<typeof memoRowSchema>;
export type RelationRow = z.infer<typeof relationRowSchema>;
export type RelationTableRow = Omit<
  z.infer<typeof relationTableRowSchema>,
  'paragraph' | 'sentence' | 'turn' | 'speaker'
>;
