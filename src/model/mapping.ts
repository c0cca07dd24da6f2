import { z } from 'zod';

/**
 * How a raw keyword reached its core keyword: `alias` is the code's label or one of its terms, `contained`
 * a raw keyword that holds such terms of one code alone, `decision` a person's merge or split, `unmapped`
 * none of these.
 */
export const mappingMethodSchema = z.enum(['alias', 'contained', 'decision', 'unmapped']);

/** A controlled term (规范词) was normalised to the name of another word, a free word (原文词) is taken as it is. */
export const keywordKindSchema = z.enum(['controlled', 'free']);

/** Returns the kind of a raw keyword that counts under a name. */
export function kindOf(word: string, name: string | null): KeywordKind {
  return name === null || name === word ? 'free' : 'controlled';
}

/**
 * Where one raw keyword of one case goes in open coding: to a core keyword of a codebook, or nowhere yet.
 * `codebookId` is empty where no codebook was applied.
 */
export const mappingSchema = z
  .object({
    codebookId: z.string(),
    group: z.string(),
    word: z.string(),
    caseId: z.string(),
    codeId: z.string().nullable(),
    coreKeyword: z.string().nullable(),
    kind: keywordKindSchema,
    method: mappingMethodSchema,
    status: z.enum(['proposed', 'confirmed']),
    coder: z.string(),
    decisionId: z.string().nullable(),
  })
  .readonly();

type KeywordKind = z.infer<typeof keywordKindSchema>;
export type MappingMethod = z.infer<typeof mappingMethodSchema>;
export type Mapping = z.infer<typeof mappingSchema>;

/** A keyword of a case that goes to a core keyword, as far as tables count it. */
export type AssignedKeyword = Pick<Mapping, 'caseId' | 'word' | 'codeId' | 'coreKeyword'>;
