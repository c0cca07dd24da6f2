import { z } from 'zod';
import { bilingualSchema } from './bilingual.js';

/** A property of a category and the range it varies over, such as 参与程度: 被动 … 主动. */
export const propertySchema = z
  .strictObject({ name: z.string().min(1), dimensions: z.array(z.string().min(1)).readonly().default([]) })
  .readonly();

/** A relation between two categories, such as 条件—行动—结果, with what it rests on. */
const relationSchema = z
  .strictObject({
    from: z.string(),
    kind: z.string().min(1),
    to: z.string(),
    memo: z.string().optional(),
    evidence: z.array(z.string().min(1)).readonly().default([]),
  })
  .readonly();

/**
 * What grows out of the categories: the core category, how the others relate, and the story they tell. `centre` names what they
 * are about where that is no code itself, and `roles` what each of them (by its id) is to it.
 */
export const theorySchema = z
  .strictObject({
    core: z.string().optional(),
    centre: bilingualSchema.optional(),
    roles: z.record(z.string(), bilingualSchema).readonly().optional(),
    storyline: z.string().optional(),
    relations: z.array(relationSchema).readonly().default([]),
  })
  .readonly();
