import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const bilingual = z
  .object({ zh: z.string().min(1), en: z.string().min(1) })
  .strict()
  .readonly();

/** One level of a framework, from the top down, under the names its authors use. */
export const codeLevelSchema = z.object({ id: slug, name: bilingual }).strict().readonly();

/** A code of any level. `terms` are the words that stand for it besides its label. */
export const codeSchema = z
  .object({
    id: slug,
    label: bilingual,
    level: slug,
    parent: slug.nullable().default(null),
    definition: z.string().min(1),
    terms: z.array(z.string().min(2)).readonly().default([]),
    note: z.string().optional(),
  })
  .strict()
  .readonly();

/** A coding framework: levels from the top (selective) to the bottom (open), and its codes. */
export const codebookSchema = z
  .object({
    id: slug,
    title: bilingual,
    version: z.string().min(1),
    source: z.string().min(1),
    note: z.string().optional(),
    levels: z.array(codeLevelSchema).min(1).max(3).readonly(),
    codes: z.array(codeSchema).min(1).readonly(),
  })
  .strict()
  .readonly();

export type CodeLevel = z.infer<typeof codeLevelSchema>;
export type Code = z.infer<typeof codeSchema>;
export type Codebook = z.infer<typeof codebookSchema>;
