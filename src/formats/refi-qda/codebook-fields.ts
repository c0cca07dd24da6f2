import { z } from 'zod';
import { codebookSchema, codeSchema } from '../../model/codebook.js';

const slug = codeSchema.unwrap().shape.id;

/** What a `Code` of REFI-QDA has no place for; it stands in its description. */
export const codeFieldsSchema = codeSchema
  .unwrap()
  .omit({ label: true, level: true, parent: true, definition: true })
  .extend({ en: z.string().min(1) });

/** What a `Set` that stands for a level says of it. */
const levelFieldsSchema = z.strictObject({ level: slug, en: z.string().min(1) });

/** What the `Set` that stands for the whole codebook says of it. */
const codebookFieldsSchema = codebookSchema
  .unwrap()
  .omit({ title: true, source: true, levels: true, codes: true })
  .extend({ en: z.string().min(1) });

/** What the description of a `Set` may hold. */
export const setFieldsSchema = z.union([levelFieldsSchema, codebookFieldsSchema]);
