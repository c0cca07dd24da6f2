import { z } from 'zod';
import { attributeTypeSchema } from '../../model/attribute-type.js';
import { memoTypes } from '../../model/memo-type.js';

/** What the description of a case says beside its title: its id, its batch, and who coded it as a whole, by code. */
export const caseFieldsSchema = z.strictObject({
  id: z.string().min(1),
  batch: z.string().optional(),
  whole: z.record(z.string(), z.array(z.string())).optional(),
});

/** What the description of a note says: the type of the memo, and what it is on where no reference can say it. */
export const noteFieldsSchema = z.strictObject({
  type: z.enum(memoTypes),
  case: z.string().optional(),
  code: z.string().optional(),
});

/** What the description of a variable says: what a person said that its values are. */
export const variableFieldsSchema = z.strictObject({
  type: attributeTypeSchema,
});

export type CaseFields = z.infer<typeof caseFieldsSchema>;
export type NoteFields = z.infer<typeof noteFieldsSchema>;
export type VariableFields = z.infer<typeof variableFieldsSchema>;
