import { z } from 'zod';

/**
 * How a raw keyword reached its core keyword: `alias` is the code's label or one of its terms, `contained`
 * a raw keyword that holds such terms of one code alone, `decision` a person's merge or split, `unmapped`
 * none of these.
 */
export const mappingMethodSchema = z.enum(['alias', 'contained', 'decision', 'unmapped']);

/**
 * Where one raw keyword of one case goes in open coding: to a core keyword of a codebook, or nowhere yet.
 * `codebookId` is empty where no codebook was applied. `kind` tells controlled terms (主题词), which stand in
 * the codebook, from free words (自由词).
 */
export const mappingSchema = z
  .object({
    codebookId: z.string(),
    group: z.string(),
    word: z.string(),
    caseId: z.string(),
    codeId: z.string().nullable(),
    coreKeyword: z.string().nullable(),
    kind: z.enum(['controlled', 'free']),
    method: mappingMethodSchema,
    status: z.enum(['proposed', 'confirmed']),
    coder: z.string(),
    decisionId: z.string().nullable(),
  })
  .readonly();

export type MappingMethod = z.infer<typeof mappingMethodSchema>;
export type Mapping = z.infer<typeof mappingSchema>;
