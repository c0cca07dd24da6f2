import { z } from 'zod';

/** What the values of an attribute are, as statistics programs tell them apart. */
export const attributeTypeSchema = z.enum(['integer', 'number', 'date', 'category', 'text']);

export type AttributeType = z.infer<typeof attributeTypeSchema>;
