import { z } from 'zod';
import { polaritySchema } from '../coded-passage.js';
import { type MemoType, memoTypes } from '../memo-type.js';

const text = z.string();

/**
 * What a memo is about. A code keeps the label it had, for people who read the log; a passage is a code and a place, with
 * its words in the raw text.
 */
const memoSubjectSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('project') }).readonly(),
  z.object({ type: z.literal('case'), caseId: text }).readonly(),
  z.object({ type: z.literal('code'), codebookId: text, codeId: text, label: text }).readonly(),
  z
    .object({
      type: z.literal('passage'),
      codebookId: text,
      codeId: text,
      label: text,
      polarity: polaritySchema,
      caseId: text,
      version: text,
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
      quote: text,
    })
    .readonly(),
  z.object({ type: z.literal('decision'), id: text }).readonly(),
  z.object({ type: z.literal('memo'), id: text }).readonly(),
]);

/** A memo as its coder wrote it last. */
export const memoSchema = z
  .object({
    type: z.enum(memoTypes),
    on: memoSubjectSchema,
    text: z.string().min(1),
    /** Its author, who alone edits it. */
    coder: text,
    /** The decision that left it so. */
    decisionId: text,
  })
  .readonly();

export type MemoSubject = z.infer<typeof memoSubjectSchema>;

/** A passage that a memo is about. */
export type PassageSubject = Extract<MemoSubject, { type: 'passage' }>;

export interface Memo extends Omit<z.infer<typeof memoSchema>, 'type'> {
  readonly type: MemoType;
}
