import { z } from 'zod';

/** The languages that messages and tables come in. */
export const languageSchema = z.enum(['zh', 'en']);

export type Language = z.infer<typeof languageSchema>;
